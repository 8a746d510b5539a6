package org.stoa.bench.inside;

/**
 * What a measured job takes.
 *
 * @param number which of them it is
 */
public record Numbered(int number) {}
