package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.Set;
import org.stoa.shared.Allowed;

/**
 * Rule 7: every front-door method states who may call it: a permission that begins with the room's
 * name or with {@code platform}, everyone, anyone, or the system.
 */
final class StatedPermissions {

  private static final Set<String> WHOLE_GROUPS =
      Set.of(Allowed.ANYONE, Allowed.EVERYONE, Allowed.SYSTEM);

  /** Rights over the whole installation, which no role of an organisation has. */
  private static final String PLATFORM = "platform.";

  private StatedPermissions() {}

  static ArchRule everywhere(House house) {
    return methods()
        .that(areFrontDoorActs(house))
        .should(
            Violations.none("state who may call them", method -> wrong(house, method).stream()));
  }

  /** Who may call a method, read from it or from its class. */
  static Optional<String> of(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(Allowed.class)
        .or(() -> method.getOwner().tryGetAnnotationOfType(Allowed.class))
        .map(Allowed::value);
  }

  static DescribedPredicate<JavaMethod> areFrontDoorActs(House house) {
    return DescribedPredicate.describe(
        "are public methods of front-door beans",
        method -> isFrontDoorBean(house, method.getOwner()) && isAct(method));
  }

  private static boolean isFrontDoorBean(House house, JavaClass type) {
    return house.aFrontDoor().test(type)
        && Beans.isBean(type)
        && !type.isAnnotatedWith(Interceptor.class);
  }

  private static boolean isAct(JavaMethod method) {
    Set<JavaModifier> modifiers = method.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC)
        && !modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !method.isAnnotatedWith(Produces.class);
  }

  private static Optional<String> wrong(House house, JavaMethod method) {
    Optional<String> stated = of(method);
    if (stated.isEmpty()) {
      return Optional.of(method.getFullName() + " does not state who may call it");
    }
    String prefix = house.roomOf(method.getOwner()).map(HouseRoom::name).orElse("") + ".";
    return stated
        .filter(permission -> !WHOLE_GROUPS.contains(permission))
        .filter(permission -> !permission.startsWith(prefix) && !permission.startsWith(PLATFORM))
        .map(permission -> method.getFullName() + " asks for another room's " + permission);
  }
}
