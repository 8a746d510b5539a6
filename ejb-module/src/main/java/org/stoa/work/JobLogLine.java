package org.stoa.work;

import java.time.Instant;

/**
 * One line that a handler wrote for people.
 *
 * @param number grows within the job
 * @param attempt the attempt that wrote it
 * @param at when
 * @param text the line
 */
public record JobLogLine(long number, int attempt, Instant at, String text) {}
