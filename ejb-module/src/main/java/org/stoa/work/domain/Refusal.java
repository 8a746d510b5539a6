package org.stoa.work.domain;

import java.util.UUID;

/**
 * The message does not become a job.
 *
 * @param letter the message
 * @param organisation whose people decide about it
 * @param sender whose token it carried; null when that is not known
 * @param reason why, as a sentence
 */
public record Refusal(Letter letter, UUID organisation, String sender, String reason)
    implements Verdict {}
