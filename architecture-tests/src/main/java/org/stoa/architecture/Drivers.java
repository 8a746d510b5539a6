package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;

/** Rule 4: nothing knows its drivers, and a driver knows only drivers of its own sort. */
final class Drivers {

  private Drivers() {}

  static ArchRule unknown(House house) {
    return classes()
        .should(
            Violations.none(
                "not know drivers (web, jobs)",
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(it -> knowsADriver(house, it))
                        .map(Dependency::getDescription)));
  }

  private static boolean knowsADriver(House house, Dependency dependency) {
    Optional<String> driver = house.driverOf(dependency.getTargetClass().getBaseComponentType());
    return driver.isPresent() && !driver.equals(house.driverOf(dependency.getOriginClass()));
  }
}
