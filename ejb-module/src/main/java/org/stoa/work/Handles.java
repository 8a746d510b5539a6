package org.stoa.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which kind of job a {@link JobHandler} does, and the policy that goes with it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Handles {

  /** The kind: room and act, such as {@code data.load}. */
  String kind();

  /** The queue on which jobs of the kind wait unless the submission says otherwise. */
  String queue() default "default";

  /** After how many failures the job is given up; 1 means that it is never retried. */
  int maxAttempts() default 3;

  /** How long the first retry waits; each further one waits twice as long, with jitter. */
  long backOffMillis() default 1_000;

  /** The longest wait between two attempts. */
  long maxBackOffMillis() default 600_000;

  /**
   * The permission with which somebody outside may ask for such jobs, by a message for instance;
   * empty when nobody may. The handler then checks what the payload names.
   */
  String openTo() default "";
}
