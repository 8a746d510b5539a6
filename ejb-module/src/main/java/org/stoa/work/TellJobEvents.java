package org.stoa.work;

/**
 * Asks for the ends of the organisation's jobs to be told, or no more.
 *
 * @param told whether they are to be told; needed
 */
public record TellJobEvents(Boolean told) {}
