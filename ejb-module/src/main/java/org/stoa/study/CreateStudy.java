package org.stoa.study;

/**
 * Create a study.
 *
 * @param code 1 to 40 characters: letters, digits, {@code .}, {@code _} and {@code -}; the first is
 *     a letter or a digit
 * @param title 1 to 200 characters of any script, without control characters
 */
public record CreateStudy(String code, String title) {}
