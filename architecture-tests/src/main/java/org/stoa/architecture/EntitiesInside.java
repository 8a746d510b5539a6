package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * Rule 6: entities stay inside. None, also not as a type argument, is a field, parameter or result
 * that others can see at a front door, and none at all in a driver.
 */
final class EntitiesInside {

  private EntitiesInside() {}

  static ArchRule only(House house) {
    return classes()
        .that(house.aFrontDoor().or(house.aDriver()))
        .should(
            Violations.none(
                "keep entities out of sight",
                type -> Stream.concat(fields(type), codeUnits(house, type))));
  }

  private static Stream<String> fields(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> involvesEntity(field.getType()))
        .map(field -> field.getFullName() + " is an entity");
  }

  private static Stream<String> codeUnits(House house, JavaClass type) {
    boolean everything = house.aDriver().test(type);
    return type.getCodeUnits().stream()
        .filter(unit -> everything || isVisible(unit))
        .filter(EntitiesInside::showsEntity)
        .map(unit -> unit.getFullName() + " takes or returns an entity");
  }

  private static boolean isVisible(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static boolean showsEntity(JavaCodeUnit unit) {
    return involvesEntity(unit.getReturnType())
        || unit.getParameterTypes().stream().anyMatch(EntitiesInside::involvesEntity);
  }

  private static boolean involvesEntity(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .map(JavaClass::getBaseComponentType)
        .anyMatch(Beans::isPersistent);
  }
}
