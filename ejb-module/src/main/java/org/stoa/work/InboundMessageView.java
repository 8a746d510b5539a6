package org.stoa.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that another system sent. Null is what it does not say, or what there is not.
 *
 * @param id its id here
 * @param messageId its id in the broker
 * @param state what became of it
 * @param nobodys whether its organisation is not known, because its token is not ours
 * @param organisation the organisation that it names; that it is so is known only once it is a job
 * @param kind the kind of job that it wants
 * @param key the key that the sender gave it
 * @param sender whose token it carried; null when the token does not say it any more
 * @param token the last characters of the token
 * @param reason why it was refused, in a sentence
 * @param content what was sent, without its token; of refused messages only, and not in lists
 * @param complete false when the content was too large to be kept whole
 * @param job the job that it became
 * @param receivedAt when it was stored
 * @param handledAt when it was put back or discarded
 * @param handledBy who did that
 */
public record InboundMessageView(
    UUID id,
    String messageId,
    InboundState state,
    boolean nobodys,
    String organisation,
    String kind,
    String key,
    String sender,
    String token,
    String reason,
    String content,
    boolean complete,
    Long job,
    Instant receivedAt,
    Instant handledAt,
    String handledBy) {}
