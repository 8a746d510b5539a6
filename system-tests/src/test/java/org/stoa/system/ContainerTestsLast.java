package org.stoa.system;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** REST first, then the browser, then what needs a deployment of its own. */
public final class ContainerTestsLast implements ClassOrderer {

  private static final Comparator<ClassDescriptor> BY_SUITE =
      Comparator.comparingInt(ContainerTestsLast::suite)
          .thenComparing(test -> test.getTestClass().getName());

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(BY_SUITE);
  }

  private static int suite(ClassDescriptor test) {
    String packageName = test.getTestClass().getPackageName();
    if (packageName.endsWith(".container")) {
      return 2;
    }
    return packageName.endsWith(".browser") ? 1 : 0;
  }
}
