package org.stoa.work.inbound;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Problem;
import org.stoa.work.InboundDelivery;
import org.stoa.work.MachineAccounts;
import org.stoa.work.WorkPermissions;
import org.stoa.work.domain.Acceptance;
import org.stoa.work.domain.Letter;
import org.stoa.work.domain.Refusal;
import org.stoa.work.domain.Verdict;
import org.stoa.work.engine.PayloadForms;
import org.stoa.work.engine.StrictJson;

/** Judges messages of other systems. What is wrong with one is a reason, never an exception. */
public class MessageReader {

  private static final Logger LOG = System.getLogger(MessageReader.class.getName());
  private static final UUID NOBODY = Actor.installation().organisation();

  /** How much is kept of a message that is too large. */
  private static final int MOST_KEPT = 10_000;

  private final PayloadForms payloads;
  private final MachineAccounts accounts;
  private final InboundSettings settings;

  /** With those who know kinds of jobs and tokens. */
  @Inject
  public MessageReader(PayloadForms payloads, MachineAccounts accounts, InboundSettings settings) {
    this.payloads = payloads;
    this.accounts = accounts;
    this.settings = settings;
  }

  /**
   * What becomes of a message.
   *
   * @throws RuntimeException when it cannot be judged, because the database is away for instance
   */
  public Verdict judge(InboundDelivery delivery) {
    if (delivery.fault() != null) {
      return refusal(Letter.unread(delivery.messageId(), null, true), delivery.fault());
    }
    int bytes = delivery.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > settings.mostBytes()) {
      return tooLarge(delivery, bytes);
    }
    try {
      return StrictJson.read("It", delivery.text()) instanceof JsonObject object
          ? judge(delivery.messageId(), new Envelope(object))
          : noObject(delivery, "It is JSON, but no object.");
    } catch (InvalidProblem e) {
      return noObject(delivery, Reasons.of(e));
    }
  }

  private Verdict judge(String messageId, Envelope envelope) {
    Letter letter = envelope.letter(messageId);
    try {
      envelope.check();
      Actor sender = accounts.sender(envelope.text(Envelope.TOKEN));
      return judge(letter, envelope, sender);
    } catch (Problem e) {
      return new Refusal(letter, owner(envelope), null, Reasons.of(e));
    }
  }

  private Verdict judge(Letter letter, Envelope envelope, Actor sender) {
    try {
      if (!envelope.organisation().equals(sender.organisation())) {
        throw new InvalidProblem(Envelope.ORGANISATION, "is not the organisation of the token");
      }
      sender.require(WorkPermissions.INBOUND_SEND);
      return new Acceptance(letter, sender, payload(letter.kind(), envelope.payload(), sender));
    } catch (Problem e) {
      return new Refusal(letter, sender.organisation(), sender.name(), Reasons.of(e));
    }
  }

  /**
   * The payload for the handler of a kind.
   *
   * @throws Problem when the kind is unknown, not open to the actor, or takes another payload
   */
  Object payload(String kind, JsonValue payload, Actor actor) {
    payloads.requireOpen(kind, actor);
    return payloads.read(kind, payload.toString());
  }

  /** The refusal of a message that could not be judged, through no fault of the database. */
  Refusal failed(InboundDelivery delivery, RuntimeException failure) {
    return noObject(delivery, incident(delivery.messageId(), failure));
  }

  /** The sentence under which the log has the whole story. */
  static String incident(String messageId, RuntimeException failure) {
    UUID incident = Ids.next();
    LOG.log(
        Level.ERROR, "Message " + messageId + " could not be taken, incident " + incident, failure);
    return "Something went wrong on our side; the log says more about incident " + incident + ".";
  }

  private UUID owner(Envelope envelope) {
    return Optional.ofNullable(envelope.text(Envelope.TOKEN))
        .flatMap(accounts::organisation)
        .orElse(NOBODY);
  }

  private Refusal tooLarge(InboundDelivery delivery, int bytes) {
    String start = delivery.text().substring(0, Math.min(MOST_KEPT, delivery.text().length()));
    return refusal(
        Letter.unread(delivery.messageId(), Masking.text(start), false),
        "It has %d bytes, and at most %d are taken.".formatted(bytes, settings.mostBytes()));
  }

  private static Refusal noObject(InboundDelivery delivery, String reason) {
    return refusal(
        Letter.unread(delivery.messageId(), Masking.text(delivery.text()), true), reason);
  }

  private static Refusal refusal(Letter letter, String reason) {
    return new Refusal(letter, NOBODY, null, reason);
  }
}
