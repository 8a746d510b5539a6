package org.stoa.work.schedule;

import jakarta.inject.Inject;
import org.stoa.shared.Actor;
import org.stoa.shared.Fields;
import org.stoa.work.MissedRuns;
import org.stoa.work.OverlapPolicy;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.engine.PayloadForms;

/** Looks at what people write of a schedule, and fills in what they leave out. */
public class DefinitionChecks {

  private static final int MAX_NAME = 100;
  private static final int MAX_QUEUE = 100;
  private static final int MAX_PAYLOAD = 100_000;
  private static final int PRIORITY = 1000;
  private static final int MAX_JITTER = 3600;
  private static final int MAX_MADE_UP = 1000;
  private static final int USUAL_MADE_UP = 100;
  private static final int MAX_ALERT = 2_592_000;

  private final PayloadForms payloads;

  /** With what handlers take. */
  @Inject
  public DefinitionChecks(PayloadForms payloads) {
    this.payloads = payloads;
  }

  /**
   * The definition with what was left out.
   *
   * @param definer whoever wants it; the system may schedule what is open to nobody
   * @throws org.stoa.shared.InvalidProblem naming every field that is wrong
   * @throws org.stoa.shared.ForbiddenProblem when the kind is not open to the definer
   * @throws org.stoa.work.UnknownKindProblem when no handler does such jobs
   */
  public ScheduleDefinition filled(ScheduleDefinition asked, Actor definer) {
    Fields fields = new Fields();
    String name = fields.text("name", asked.name(), MAX_NAME);
    String kind = fields.text("kind", asked.kind(), MAX_NAME);
    String queue = fields.optionalText("queue", asked.queue(), MAX_QUEUE);
    fields.require(
        queue.matches("[A-Za-z0-9._-]*"), "queue", "may have letters, digits, dots, - and _ only");
    payload(fields, asked);
    rule(fields, asked);
    numbers(fields, asked);
    fields.check();
    if (definer.kind() != Actor.Kind.SYSTEM) {
      payloads.requireOpen(kind, definer);
    }
    payloads.read(kind, asked.payload().toString());
    MissedRuns missed = asked.missed() == null ? MissedRuns.RUN_ONCE : asked.missed();
    return new ScheduleDefinition(
        name,
        kind,
        asked.payload(),
        queue.isEmpty() ? null : queue,
        orElse(asked.priority(), 0),
        asked.rule(),
        orElse(asked.jitterSeconds(), 0),
        asked.overlap() == null ? OverlapPolicy.SKIP : asked.overlap(),
        missed,
        missed == MissedRuns.RUN_ALL ? orElse(asked.missedLimit(), USUAL_MADE_UP) : null,
        asked.alertAfterSeconds());
  }

  private static void payload(Fields fields, ScheduleDefinition asked) {
    if (asked.payload() == null) {
      fields.refuse("payload", "is missing");
    } else {
      fields.require(
          asked.payload().toString().length() <= MAX_PAYLOAD,
          "payload",
          "must have at most " + MAX_PAYLOAD + " characters");
    }
  }

  private static void rule(Fields fields, ScheduleDefinition asked) {
    if (asked.rule() == null) {
      fields.refuse("rule", "is missing");
    } else {
      fields.within("rule", ScheduleChecks.look(asked.rule()));
    }
  }

  private static void numbers(Fields fields, ScheduleDefinition asked) {
    between(fields, "priority", asked.priority(), -PRIORITY, PRIORITY);
    between(fields, "jitterSeconds", asked.jitterSeconds(), 0, MAX_JITTER);
    between(fields, "missedLimit", asked.missedLimit(), 1, MAX_MADE_UP);
    between(fields, "alertAfterSeconds", asked.alertAfterSeconds(), 1, MAX_ALERT);
    fields.require(
        asked.missedLimit() == null || asked.missed() == MissedRuns.RUN_ALL,
        "missedLimit",
        "has a meaning for missed RUN_ALL only");
  }

  private static void between(Fields fields, String field, Integer value, int least, int most) {
    fields.require(
        value == null || (value >= least && value <= most),
        field,
        "must be from " + least + " to " + most);
  }

  private static Integer orElse(Integer given, int usual) {
    return given == null ? Integer.valueOf(usual) : given;
  }
}
