package org.stoa.data;

/**
 * A column of a result.
 *
 * @param name the name of the dimension or measure
 * @param type what its values are
 */
public record ResultColumn(String name, ColumnType type) {}
