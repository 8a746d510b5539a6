package org.stoa.data;

/**
 * A column of a version.
 *
 * @param name its name as in the file; unique in the version, also when case is ignored
 * @param label what it means, as the file says; null when the file does not say
 * @param type what its values are
 * @param profile what its values look like
 */
public record ColumnView(String name, String label, ColumnType type, ColumnProfile profile) {}
