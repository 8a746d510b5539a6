package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * Rule 5: {@code domain} is plain. It knows Java, the annotations of Jakarta Persistence and
 * Validation, itself, and front-door types that are no beans.
 */
final class PlainDomain {

  private static final List<String> PLAIN =
      List.of("java.", "jakarta.persistence.", "jakarta.validation.");

  private PlainDomain() {}

  static ArchRule only(House house) {
    return classes()
        .that(house.inLeaf("domain"))
        .should(
            Violations.none(
                "be plain",
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(it -> !isPlain(house, it.getTargetClass().getBaseComponentType()))
                        .map(Dependency::getDescription)));
  }

  private static boolean isPlain(House house, JavaClass target) {
    return target.isPrimitive()
        || PLAIN.stream().anyMatch(target.getPackageName().concat(".")::startsWith)
        || house.inLeaf("domain").test(target)
        || (house.aFrontDoor().test(target) && !Beans.isBean(target));
  }
}
