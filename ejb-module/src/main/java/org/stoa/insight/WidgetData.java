package org.stoa.insight;

import java.util.List;
import org.stoa.data.ResultColumn;

/**
 * The numbers of a widget, computed from the active versions when they were asked for.
 *
 * @param widget the id of the widget
 * @param columns the columns of the result: what is grouped by first, then what is computed
 * @param rows the rows of the result; for a KPI one row with one value
 * @param value what a KPI shows; null for other types, and when it is missing
 * @param datasetVersion the number of the version of the first dataset; 0 when it is missing
 * @param sources all versions that the numbers were computed from
 * @param marks for each row what selects the rows behind it, in the same order
 * @param note what a reader must know of the numbers, such as what could not be counted; or null
 * @param missing why there are no numbers, in a sentence; null when there are
 */
public record WidgetData(
    String widget,
    List<ResultColumn> columns,
    List<List<Object>> rows,
    Object value,
    int datasetVersion,
    List<WidgetSource> sources,
    List<Mark> marks,
    String note,
    String missing) {

  public WidgetData {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    sources = List.copyOf(sources);
    marks = List.copyOf(marks);
  }

  /** A widget that has no numbers. */
  public static WidgetData missing(String widget, String sentence) {
    return new WidgetData(
        widget, List.of(), List.of(), null, 0, List.of(), List.of(), null, sentence);
  }
}
