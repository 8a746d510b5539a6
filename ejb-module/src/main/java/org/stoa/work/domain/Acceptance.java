package org.stoa.work.domain;

import org.stoa.shared.Actor;

/**
 * The message becomes a job.
 *
 * @param letter the message, whose kind is known
 * @param sender in whose name and for whose organisation
 * @param payload what the handler of the kind takes
 */
public record Acceptance(Letter letter, Actor sender, Object payload) implements Verdict {}
