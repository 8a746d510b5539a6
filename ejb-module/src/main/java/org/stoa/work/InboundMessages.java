package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.work.inbound.InboundSettings;
import org.stoa.work.inbound.MessageIntake;
import org.stoa.work.inbound.RefusedMessages;
import org.stoa.work.store.InboundRecords;

/**
 * Takes messages of other systems and shows what became of them. Each becomes a job or is refused;
 * about a refused one somebody decides. Messages whose organisation is not known are shown only to
 * who may see them for the installation.
 */
@Stateless
public class InboundMessages {

  private static final int MANY = 5_000;
  private static final UUID NOBODY = Actor.installation().organisation();

  private MessageIntake intake;
  private RefusedMessages refused;
  private InboundRecords records;
  private InboundSettings settings;
  private Clock clock;

  /** For the container's proxies only. */
  protected InboundMessages() {}

  /** With the intake, the store, and what decides about refused ones. */
  @Inject
  public InboundMessages(
      MessageIntake intake,
      RefusedMessages refused,
      InboundRecords records,
      InboundSettings settings,
      Clock clock) {
    this.intake = intake;
    this.refused = refused;
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes one delivery: when this returns the message is stored and its job, if it became one,
   * exists. A message that was stored before changes nothing.
   *
   * @throws RuntimeException when it could not be stored now; it is to be delivered again
   */
  @Allowed(Allowed.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void receive(InboundDelivery delivery) {
    intake.take(delivery);
  }

  /** The messages that fit, without their content, newest first. */
  @Allowed(WorkPermissions.INBOUND_READ)
  public Page<InboundMessageView> list(InboundQuery query, PageRequest page) {
    UUID below = page.after().map(InboundMessages::position).orElse(null);
    List<InboundMessageView> messages =
        records.list(CallContext.organisation(), nobody(), query, below, page.limit() + 1);
    return Page.of(messages, page.limit(), message -> message.id().toString());
  }

  /**
   * A message with its content.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.INBOUND_READ)
  public InboundMessageView find(UUID id) {
    return records
        .find(CallContext.organisation(), nobody(), id)
        .orElseThrow(() -> new NotFoundProblem("message", id));
  }

  /**
   * Makes a job of a refused message, in the name of the caller and with the caller's rights.
   *
   * @param changes what is to be different
   * @return the message as it is then
   * @throws MessageHandledProblem when it is not refused
   * @throws InvalidProblem when it still does not fit
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.INBOUND_WRITE)
  public InboundMessageView putBack(UUID id, PutBackMessage changes) {
    refused.putBack(find(id), changes);
    return find(id);
  }

  /**
   * Decides that nothing comes of a refused message.
   *
   * @return the message as it is then
   * @throws MessageHandledProblem when it is not refused
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.INBOUND_WRITE)
  public InboundMessageView discard(UUID id) {
    refused.discard(find(id));
    return find(id);
  }

  /** Removes messages that are older than they are kept, of all organisations; tells how many. */
  @Allowed(Allowed.SYSTEM)
  public int forgetOld() {
    return records.removeBefore(clock.instant().minus(settings.kept()), MANY);
  }

  private static UUID nobody() {
    return CallContext.requiredActor().may(WorkPermissions.NOBODYS_READ) ? NOBODY : null;
  }

  private static UUID position(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }
}
