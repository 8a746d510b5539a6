package org.stoa.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws {@code docs/rooms.md}: the rooms, their tiers, whom they call, and their front doors. */
final class RoomsMap {

  private static final Comparator<HouseRoom> FROM_BELOW =
      Comparator.<HouseRoom>comparingInt(room -> Tiers.of(room.name()).orElse(-1))
          .thenComparing(HouseRoom::name);

  private final House house;
  private final Function<HouseRoom, String> about;

  /**
   * A map.
   *
   * @param about tells what a room is about, in plain words
   */
  RoomsMap(House house, Function<HouseRoom, String> about) {
    this.house = house;
    this.about = about;
  }

  String draw() {
    List<HouseRoom> rooms = house.rooms().stream().sorted(FROM_BELOW).toList();
    return """
        # The rooms of the house

        Written by the architecture tests from the code; do not edit it by hand. A room calls only
        the rooms it declares, on lower tiers, at their front doors. Every room may call `shared`.

        """
        + overview(rooms)
        + rooms.stream().map(this::chapter).collect(Collectors.joining());
  }

  private String overview(List<HouseRoom> rooms) {
    String arrows =
        rooms.stream()
            .flatMap(room -> room.uses().stream().map(used -> room.name() + " --> " + used))
            .map(arrow -> "  " + arrow + "\n")
            .collect(Collectors.joining());
    String rows =
        rooms.stream()
            .map(room -> row(tier(room), "[" + room.name() + "](#" + room.name() + ")", uses(room)))
            .collect(Collectors.joining());
    return "| tier | room | uses |\n|---|---|---|\n"
        + rows
        + "\n```mermaid\nflowchart TD\n"
        + arrows
        + "```\n";
  }

  private String chapter(HouseRoom room) {
    return "\n## " + room.name() + "\n\n" + about.apply(room) + "\n" + acts(room) + types(room);
  }

  private String acts(HouseRoom room) {
    String rows =
        frontDoor(room)
            .flatMap(type -> type.getMethods().stream())
            .filter(StatedPermissions.areFrontDoorActs(house))
            .map(
                act ->
                    row("`" + signature(act) + "`", StatedPermissions.of(act).orElse("not stated")))
            .sorted()
            .collect(Collectors.joining());
    return rows.isEmpty() ? "" : "\n| act | who may |\n|---|---|\n" + rows;
  }

  private String types(HouseRoom room) {
    String names =
        frontDoor(room)
            .filter(type -> !Beans.isBean(type))
            .filter(type -> type.getEnclosingClass().isEmpty())
            .map(JavaClass::getSimpleName)
            .sorted()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "\nAlso at the front door: " + names + ".\n";
  }

  private Stream<JavaClass> frontDoor(HouseRoom room) {
    return house.classes().stream()
        .filter(room::isFrontDoor)
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  private static String signature(JavaMethod act) {
    return act.getOwner().getSimpleName()
        + "."
        + act.getName()
        + act.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String uses(HouseRoom room) {
    return room.uses().isEmpty() ? "–" : String.join(", ", room.uses());
  }

  private static String tier(HouseRoom room) {
    return Integer.toString(Tiers.of(room.name()).orElse(-1));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
