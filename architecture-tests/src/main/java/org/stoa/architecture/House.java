package org.stoa.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.shared.Room;

/**
 * All classes of a house, and the rooms that they live in.
 *
 * @param classes what was imported
 * @param rooms the rooms, by name
 */
public record House(JavaClasses classes, List<HouseRoom> rooms) {

  private static final Set<String> DRIVERS = Set.of("web", "jobs");

  /** Reads the house from the classes: every package that carries {@link Room} is a room. */
  public static House of(JavaClasses classes) {
    List<HouseRoom> rooms =
        classes.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(each -> each.isAnnotatedWith(Room.class))
            .sorted(Comparator.comparing(JavaPackage::getName))
            .map(HouseRoom::of)
            .toList();
    return new House(classes, rooms);
  }

  /** The real house: ejb-module, jobs-module and web-module as they are on the class path. */
  public static House ofStoa() {
    return of(
        new ClassFileImporter()
            .withImportOption(location -> !location.contains("org/stoa/architecture/"))
            .importPackages("org.stoa"));
  }

  Optional<HouseRoom> roomOf(JavaClass type) {
    return rooms.stream().filter(room -> room.holds(type)).findFirst();
  }

  /** What a class needs from other rooms. */
  Stream<Crossing> crossings(JavaClass origin) {
    return roomOf(origin).stream()
        .flatMap(
            from ->
                origin.getDirectDependenciesFromSelf().stream().flatMap(it -> crossing(from, it)));
  }

  private Stream<Crossing> crossing(HouseRoom from, Dependency dependency) {
    return roomOf(dependency.getTargetClass().getBaseComponentType()).stream()
        .filter(to -> !to.equals(from))
        .map(to -> new Crossing(from, to, dependency));
  }

  /** The driver that a class belongs to, {@code web} or {@code jobs}; empty inside the rooms. */
  Optional<String> driverOf(JavaClass type) {
    return roomOf(type).map(room -> room.leafOf(type)).filter(DRIVERS::contains);
  }

  Set<String> usedBy(HouseRoom room) {
    return classes.stream()
        .filter(room::holds)
        .flatMap(this::crossings)
        .map(crossing -> crossing.to().name())
        .filter(name -> !name.equals(HouseRoom.SHARED))
        .collect(Collectors.toSet());
  }

  DescribedPredicate<JavaClass> aFrontDoor() {
    return DescribedPredicate.describe(
        "a front-door type",
        type -> roomOf(type).map(room -> room.isFrontDoor(type)).orElse(false));
  }

  DescribedPredicate<JavaClass> aDriver() {
    return DescribedPredicate.describe("a driver", type -> driverOf(type).isPresent());
  }

  DescribedPredicate<JavaClass> inLeaf(String leaf) {
    return DescribedPredicate.describe(
        "in " + leaf,
        type -> roomOf(type).map(room -> room.leafOf(type).equals(leaf)).orElse(false));
  }
}
