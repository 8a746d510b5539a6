package org.stoa.shared;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States who may call a front-door method. Without a fitting permission the call ends in {@link
 * ForbiddenProblem}, without an actor in {@link UnauthenticatedProblem}.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

  /** Anyone at all, signed in or not: signing in, health. */
  String ANYONE = "anyone";

  /** Everyone who is signed in, whatever the role. */
  String EVERYONE = "everyone";

  /** Only the system: timers, workers, start-up, and rooms that call on its behalf. */
  String SYSTEM = "system";

  /** A permission such as {@code study.create}, or one of the three constants. */
  @Nonbinding
  String value() default EVERYONE;
}
