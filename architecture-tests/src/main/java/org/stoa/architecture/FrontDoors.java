package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * Rule 3: every class lives in a room, and rooms meet only at their front doors. Drivers may also
 * use what {@code shared} has for drivers of their sort.
 */
final class FrontDoors {

  private FrontDoors() {}

  static ArchRule only(House house) {
    return classes()
        .should(
            Violations.none(
                "meet other rooms at their front doors",
                type ->
                    house
                        .crossings(type)
                        .filter(it -> !atTheDoor(house, it))
                        .map(FrontDoors::tell)));
  }

  static ArchRule everyClassHasARoom(House house) {
    return classes()
        .should(
            Violations.none(
                "live in a room",
                type ->
                    house.roomOf(type).isPresent()
                        ? Stream.empty()
                        : Stream.of(type.getName() + " lives in no room")));
  }

  private static boolean atTheDoor(House house, Crossing crossing) {
    return crossing.to().isFrontDoor(crossing.target()) || isSharedForThisDriver(house, crossing);
  }

  private static boolean isSharedForThisDriver(House house, Crossing crossing) {
    return crossing.to().name().equals(HouseRoom.SHARED)
        && house.driverOf(crossing.target()).isPresent()
        && house
            .driverOf(crossing.target())
            .equals(house.driverOf(crossing.dependency().getOriginClass()));
  }

  private static String tell(Crossing crossing) {
    return "%s reaches past the front door of %s: %s"
        .formatted(
            crossing.from().name(), crossing.to().name(), crossing.dependency().getDescription());
  }
}
