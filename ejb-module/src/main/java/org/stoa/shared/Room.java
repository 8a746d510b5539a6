package org.stoa.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the root package of a room, its front door. The architecture tests read it: a room may call
 * only the rooms that it declares, and only at their root packages.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Room {

  /** The room's name: the last segment of its root package. */
  String name();

  /** Names of the rooms that this one really calls. {@code shared} is always allowed. */
  String[] uses() default {};
}
