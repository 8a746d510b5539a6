package org.stoa.insight;

/**
 * What a template needs, and the column that it found for it.
 *
 * @param field what is needed, such as {@code severity}
 * @param dataset the dataset in which it was looked for
 * @param column the column that was found; null when there is none
 * @param reason why this column, or what was looked for in vain
 */
public record MappedField(String field, String dataset, String column, String reason) {}
