package org.stoa.insight.domain;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoa.data.ColumnType;
import org.stoa.data.Lookup;
import org.stoa.data.Query;
import org.stoa.data.QueryResult;
import org.stoa.insight.WidgetView;

/**
 * A widget as it is stored: what it asks, and how it shows the answer.
 *
 * @param id its id, unique on the dashboard
 * @param type how it shows its numbers
 * @param title what it shows, in a few words
 * @param description how its numbers are made, in a sentence
 * @param page the page, from 1
 * @param position the place on the page, from 1
 * @param width how many of the twelve columns of the page it takes
 * @param dataset the name of the dataset that it asks
 * @param query what it asks; null when it cannot
 * @param shape what is made of the answer
 * @param base what 100 % are; null unless the shape needs it
 * @param missing why it cannot ask; null when it can
 */
public record WidgetDefinition(
    String id,
    WidgetType type,
    String title,
    String description,
    int page,
    int position,
    int width,
    String dataset,
    Query query,
    Shape shape,
    Base base,
    String missing) {

  /** What the outside sees. */
  public WidgetView view() {
    return new WidgetView(
        id,
        type.text(),
        title,
        description,
        page,
        position,
        width,
        datasets(),
        category(),
        series(),
        value(),
        missing);
  }

  /** The names of the datasets that it is computed from, its own first. */
  public List<String> datasets() {
    Set<String> names = new LinkedHashSet<>();
    names.add(dataset);
    if (query != null) {
      query.lookups().stream().map(Lookup::dataset).forEach(names::add);
    }
    if (base != null) {
      names.add(base.dataset());
    }
    return List.copyOf(names);
  }

  /**
   * What it shows of the answer to its query.
   *
   * @param whole the answer of its base; empty when it has none
   */
  public Answer answer(QueryResult result, Optional<Long> whole) {
    int dimensions = query.dimensions().size();
    return switch (shape) {
      case PLAIN -> Answer.plain(result, dimensions);
      case CUMULATIVE_BY_MONTH -> MonthlyGrowth.of(result);
      case SHARE -> Share.of(result, dimensions, whole);
    };
  }

  /** The one figure of a KPI; null for other types. */
  public Object figure(Answer answer) {
    return type == WidgetType.KPI ? answer.rows().get(0).get(0) : null;
  }

  /**
   * The rows of its dataset that were counted, as a filter; null for all.
   *
   * @param types of the query's dimensions
   * @param key the values of the mark; empty for all rows behind the widget
   */
  public String rowsBehind(List<ColumnType> types, List<Object> key) {
    String filter = query.filter();
    if (!key.isEmpty() && shape == Shape.CUMULATIVE_BY_MONTH) {
      YearMonth month = YearMonth.parse(key.get(0).toString());
      return Filters.and(filter, Filters.within(query.dimensions().get(0), types.get(0), month));
    }
    for (int i = 0; i < key.size(); i++) {
      String condition = Filters.equal(query.dimensions().get(i), types.get(i), key.get(i));
      filter = Filters.and(filter, condition);
    }
    return filter;
  }

  private String category() {
    if (query == null || type == WidgetType.KPI || type == WidgetType.TABLE) {
      return null;
    }
    return shape == Shape.CUMULATIVE_BY_MONTH ? MonthlyGrowth.MONTH : query.dimensions().get(0);
  }

  private String series() {
    boolean grouped = type == WidgetType.BAR && query != null && query.dimensions().size() > 1;
    return grouped ? query.dimensions().get(1) : null;
  }

  private String value() {
    if (query == null || type == WidgetType.TABLE) {
      return null;
    }
    return shape == Shape.CUMULATIVE_BY_MONTH
        ? MonthlyGrowth.CUMULATIVE
        : query.measures().get(0).as();
  }
}
