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
   * The permission with which somebody may ask for such jobs from outside: by a message, by a
   * schedule, or by doing one again with another payload. Empty when nobody may. The job has all
   * rights in the organisation, so the handler checks what the payload names.
   */
  String openTo() default "";

  /** Exceptions that no further attempt would mend, beside {@link org.stoa.shared.Problem}. */
  Class<? extends Throwable>[] finalErrors() default {};

  /** How long an attempt may take; then it is stopped and counts as failed. 0 for no limit. */
  long timeoutMillis() default 0;

  /** How many jobs of the kind run at once, on all nodes together; 0 for no limit. */
  int running() default 0;

  /** How many jobs of the kind start in any second, on all nodes together; 0 for no limit. */
  int startsPerSecond() default 0;

  /** How many jobs of the kind with the same limit key run at once; 1 is one after another. */
  int perLimitKey() default 1;

  /**
   * Whether somebody may change the payload when a job that failed or was cancelled is done again.
   * That is asking for a job from outside, so it is for those to whom the kind is open.
   */
  boolean payloadMayChange() default false;
}
