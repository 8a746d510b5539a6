package org.stoa.work;

/**
 * How much of a queue or a kind may be under way, on all nodes together.
 *
 * @param running how many jobs run at once; null to leave it to the handler
 * @param startsPerSecond how many start in any second, for kinds only; null to leave it to the
 *     handler
 */
public record LimitWork(Integer running, Integer startsPerSecond) {}
