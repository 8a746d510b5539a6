package org.stoa.work.engine;

import jakarta.inject.Inject;
import java.time.Instant;
import org.stoa.shared.Actor;
import org.stoa.shared.JsonText;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.NewJob;

/** Fills in what a submission leaves to the kind of the job, and checks that it fits the kind. */
public class JobForms {

  private final HandlerRegistry registry;

  /** With what is known about kinds. */
  @Inject
  public JobForms(HandlerRegistry registry) {
    this.registry = registry;
  }

  /**
   * The complete job.
   *
   * @throws org.stoa.work.UnknownKindProblem when no handler does such jobs
   * @throws org.stoa.shared.InvalidProblem when the payload breaks a rule that its record declares
   * @throws IllegalArgumentException when the payload is not of the type that the handler takes
   */
  public NewJob fill(SubmitJob command, Actor submitter, Instant now) {
    KindOfJob kind = registry.kind(command.kind());
    requireType(kind, command.payload());
    kind.rules().check(command.payload());
    return new NewJob(
        command,
        command.queue() == null ? kind.policy().queue() : command.queue(),
        JsonText.of(command.payload()),
        kind.policy().maxAttempts(),
        now,
        submitter);
  }

  private static void requireType(KindOfJob kind, Object payload) {
    if (kind.payload() instanceof Class<?> type && !type.isInstance(payload)) {
      throw new IllegalArgumentException(
          kind.name() + " takes " + type.getName() + ", not " + payload.getClass().getName());
    }
  }
}
