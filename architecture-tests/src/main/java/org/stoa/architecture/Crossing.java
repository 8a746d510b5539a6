package org.stoa.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * A class of one room that needs a class of another.
 *
 * @param from the room that needs
 * @param to the room that is needed
 * @param dependency where in the code
 */
record Crossing(HouseRoom from, HouseRoom to, Dependency dependency) {

  JavaClass target() {
    return dependency.getTargetClass().getBaseComponentType();
  }
}
