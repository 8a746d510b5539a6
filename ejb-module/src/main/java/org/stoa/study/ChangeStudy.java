package org.stoa.study;

/**
 * Give a study another title.
 *
 * @param title 1 to 200 characters of any script, without control characters
 */
public record ChangeStudy(String title) {}
