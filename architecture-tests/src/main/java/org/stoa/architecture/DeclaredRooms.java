package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.stoa.shared.Room;

/**
 * Rule 1: rooms call only the rooms that they declare. What they declare stands on a lower tier,
 * and they really call it.
 */
final class DeclaredRooms {

  private DeclaredRooms() {}

  static ArchRule called(House house) {
    return classes()
        .should(
            Violations.none(
                "call only the rooms that their room declares",
                type ->
                    house
                        .crossings(type)
                        .filter(it -> !it.from().declares(it.to()))
                        .map(
                            it ->
                                "%s does not declare %s: %s"
                                    .formatted(
                                        it.from().name(),
                                        it.to().name(),
                                        it.dependency().getDescription()))));
  }

  static ArchRule declared(House house) {
    return classes()
        .that(areTheMarkOfARoom())
        .should(
            Violations.none(
                "declare what their room calls, on lower tiers",
                mark -> house.roomOf(mark).stream().flatMap(room -> wrongUses(house, room))));
  }

  private static DescribedPredicate<JavaClass> areTheMarkOfARoom() {
    return DescribedPredicate.describe(
        "are the package-info of a room",
        type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(Room.class));
  }

  private static Stream<String> wrongUses(House house, HouseRoom room) {
    Set<String> called = house.usedBy(room);
    Stream<String> idle =
        room.uses().stream()
            .filter(used -> !called.contains(used))
            .map(used -> "%s declares %s and never calls it".formatted(room.name(), used));
    Stream<String> upward =
        room.uses().stream()
            .filter(used -> !Tiers.isBelow(used, room.name()))
            .map(
                used ->
                    "%s declares %s, which is not on a lower tier".formatted(room.name(), used));
    Stream<String> misnamed =
        Stream.of(room)
            .filter(it -> !it.root().endsWith("." + it.name()))
            .map(it -> "the room in %s calls itself %s".formatted(it.root(), it.name()));
    return Stream.of(idle, upward, misnamed).flatMap(each -> each);
  }
}
