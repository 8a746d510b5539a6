package org.stoa.live;

/**
 * Something that happened.
 *
 * @param topic on which topic, such as {@code job:17}
 * @param event what; becomes JSON
 */
public record LiveEvent(String topic, Object event) {}
