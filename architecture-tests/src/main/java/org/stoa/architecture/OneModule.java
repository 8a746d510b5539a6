package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule 9: a package lives in one module. Two modules of an EAR have two class loaders, so that a
 * package-private class used across them compiles and then throws {@code IllegalAccessError}.
 */
final class OneModule {

  private OneModule() {}

  static ArchRule perPackage(House house) {
    Map<String, TreeSet<String>> modules =
        house.classes().stream()
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName,
                    Collectors.mapping(OneModule::of, Collectors.toCollection(TreeSet::new))));
    return classes()
        .should(
            Violations.none(
                "share their package with no other module",
                type -> {
                  TreeSet<String> homes = modules.get(type.getPackageName());
                  return homes.size() == 1
                      ? Stream.empty()
                      : Stream.of("%s lives in %s".formatted(type.getPackageName(), homes));
                }));
  }

  /** Where the class file was read: a jar or a folder of classes. */
  private static String of(JavaClass type) {
    String uri = type.getSource().orElseThrow().getUri().toString();
    int jar = uri.indexOf("!/");
    String path = type.getName().replace('.', '/') + ".class";
    return jar >= 0 ? uri.substring(0, jar) : uri.substring(0, uri.length() - path.length());
  }
}
