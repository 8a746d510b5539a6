package org.stoa.insight;

import org.stoa.shared.PageRequest;

/**
 * Which rows behind a widget are wanted.
 *
 * @param mark the id of a mark; null for all rows behind the widget
 * @param limit how many rows at most, 1 to {@value PageRequest#MAX_LIMIT}
 * @param after the cursor of the page before; null for the first page
 */
public record MarkRows(String mark, int limit, String after) {}
