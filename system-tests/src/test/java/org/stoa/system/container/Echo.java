package org.stoa.system.container;

/**
 * What the test job takes and gives back.
 *
 * @param text anything
 */
public record Echo(String text) {}
