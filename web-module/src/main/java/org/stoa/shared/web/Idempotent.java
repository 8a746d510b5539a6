package org.stoa.shared.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that creates something. A client may repeat such a request with the same
 * {@code Idempotency-Key} and gets the same answer; nothing is created twice.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /** The name of the header. */
  String HEADER = "Idempotency-Key";
}
