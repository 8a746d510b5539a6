package org.stoa.insight;

/**
 * A bar, point, figure or table row of a widget, and the rows of the dataset that it was counted
 * from.
 *
 * @param id names the mark when its rows are asked for: the values that it stands for as a JSON
 *     array, such as {@code ["MILD","Placebo"]}
 * @param filter the rows behind it, in the filter language of datasets; null for all rows. A name
 *     with a dot, as in {@code "DM.ARM"}, is a column of another dataset
 */
public record Mark(String id, String filter) {}
