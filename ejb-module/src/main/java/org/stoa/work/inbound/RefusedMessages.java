package org.stoa.work.inbound;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.InboundMessageView;
import org.stoa.work.InboundState;
import org.stoa.work.JobId;
import org.stoa.work.Jobs;
import org.stoa.work.MessageHandledProblem;
import org.stoa.work.PutBackMessage;
import org.stoa.work.SubmitJob;
import org.stoa.work.WorkPermissions;
import org.stoa.work.engine.StrictJson;
import org.stoa.work.store.InboundRecords;

/** Decides about refused messages, in the name of who decides. */
public class RefusedMessages {

  private static final String SUBJECT = "inbound-message";

  private final InboundRecords records;
  private final MessageReader reader;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  /** With the store, who judges, and the way to jobs. */
  @Inject
  public RefusedMessages(
      InboundRecords records, MessageReader reader, Jobs jobs, AuditTrail audit, Clock clock) {
    this.records = records;
    this.reader = reader;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a job of the message. Part of the caller's transaction. */
  public void putBack(InboundMessageView message, PutBackMessage changes) {
    Actor actor = decider(message);
    requireSameOrganisation(message, actor);
    requireNewKey(message, actor);
    String kind = changes.kind() == null ? message.kind() : changes.kind();
    if (kind == null) {
      throw new InvalidProblem("kind", "is missing: the message does not say it, so it is needed");
    }
    Object payload = reader.payload(kind, payload(message, changes), actor);
    JobId job = jobs.submit(new SubmitJob(kind, payload).withKey(message.key()));
    handled(message, records.putBack(message, kind, job.value(), actor, clock.instant()));
    audit.record(
        new AuditEntry(
            "inbound-message.put-back",
            SUBJECT,
            message.id().toString(),
            null,
            Map.of("job", job.value(), "kind", kind, "payloadChanged", changes.payload() != null)));
  }

  /** Notes that nothing comes of the message. Part of the caller's transaction. */
  public void discard(InboundMessageView message) {
    Actor actor = decider(message);
    Instant now = clock.instant();
    handled(message, records.discard(message, actor, now));
    audit.record(AuditEntry.happened("inbound-message.discarded", SUBJECT, message.id()));
  }

  private static Actor decider(InboundMessageView message) {
    Actor actor = CallContext.requiredActor();
    if (message.nobodys()) {
      actor.require(WorkPermissions.NOBODYS_WRITE);
    }
    if (message.state() != InboundState.REFUSED) {
      throw new MessageHandledProblem(message.id(), message.state());
    }
    return actor;
  }

  private static void requireSameOrganisation(InboundMessageView message, Actor actor) {
    UUID mine = actor.organisation();
    if (message.organisation() != null
        && !message.organisation().equalsIgnoreCase(mine.toString())) {
      throw new ConflictProblem(
          "organisation",
          "The message names the organisation %s, and you work for %s: it can only be discarded here."
              .formatted(message.organisation(), mine));
    }
  }

  private void requireNewKey(InboundMessageView message, Actor actor) {
    if (message.key() != null && records.isTaken(actor.organisation(), message.key())) {
      throw new ConflictProblem(
          "key",
          "Another message with the key %s is a job already: discard this one."
              .formatted(message.key()));
    }
  }

  private static JsonValue payload(InboundMessageView message, PutBackMessage changes) {
    if (changes.payload() != null) {
      return changes.payload();
    }
    if (message.kind() != null
        && message.complete()
        && StrictJson.read("content", message.content()) instanceof JsonObject object
        && object.containsKey(Envelope.PAYLOAD)) {
      return object.get(Envelope.PAYLOAD);
    }
    throw new InvalidProblem(
        "payload", "is missing: the message has none that can be read, so it is needed");
  }

  private static void handled(InboundMessageView message, boolean done) {
    if (!done) {
      throw new ConflictProblem(
          null, "Somebody else decided about message " + message.id() + " just now: look again.");
    }
  }
}
