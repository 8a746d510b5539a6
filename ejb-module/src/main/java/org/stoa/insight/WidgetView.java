package org.stoa.insight;

import java.util.List;

/**
 * A widget of a dashboard, without its numbers.
 *
 * @param id its id, unique on the dashboard: {@code serious-adverse-events}
 * @param type {@code kpi}, {@code bar}, {@code line} or {@code table}
 * @param title what it shows, in a few words
 * @param description how its numbers are made, in a sentence
 * @param page the page of the dashboard, from 1
 * @param position the place on the page in reading order, from 1
 * @param width how many of the twelve columns of the page it takes
 * @param datasets the names of the datasets it is computed from
 * @param category for a bar or line the result column along the axis; else null
 * @param series for a bar the result column by which bars are grouped; else null
 * @param value the result column that a bar, line or figure shows; null for a table
 * @param missing why it cannot show anything, in a sentence; null when it can
 */
public record WidgetView(
    String id,
    String type,
    String title,
    String description,
    int page,
    int position,
    int width,
    List<String> datasets,
    String category,
    String series,
    String value,
    String missing) {

  public WidgetView {
    datasets = List.copyOf(datasets);
  }
}
