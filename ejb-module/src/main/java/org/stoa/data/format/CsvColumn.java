package org.stoa.data.format;

/**
 * What a scan learned about one column of a CSV file.
 *
 * @param spec its name and type
 * @param missing how many rows have no value: nothing between two delimiters
 * @param emptyTexts how many rows have two quotes and nothing between; they are empty texts in a
 *     TEXT column and missing in all others
 */
public record CsvColumn(ColumnSpec spec, long missing, long emptyTexts) {}
