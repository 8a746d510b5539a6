package org.stoa.data.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.Datasets;
import org.stoa.data.FilterProblem;
import org.stoa.data.RowPage;
import org.stoa.data.RowPage.RowColumn;
import org.stoa.data.RowRequest;
import org.stoa.shared.web.Formats;
import org.stoa.shared.web.PageParameters;

/** Rows of the version that is shown, filtered and sorted as the address says. */
@Named
@RequestScoped
public class DatasetRows {

  private static final int LIMIT = 100;

  @Inject private Datasets datasets;
  @Inject private DatasetPage page;
  @Inject private PageParameters parameters;
  @Inject private Formats format;

  private RowPage rows;
  private FilterProblem wrongFilter;

  @PostConstruct
  void read() {
    Integer version = page.getVersion().number();
    String after = parameters.text("after").orElse(null);
    RowRequest request = new RowRequest(version, getFilter(), getSort(), LIMIT, after);
    try {
      rows = datasets.rows(page.getDataset().id(), request);
    } catch (FilterProblem refused) {
      wrongFilter = refused;
    }
  }

  /** The filter in the address, or null. */
  public String getFilter() {
    return parameters.text("filter").orElse(null);
  }

  /** The column by which rows are sorted, with {@code -} before it for descending; or null. */
  public String getSort() {
    return parameters.text("sort").orElse(null);
  }

  /** What is wrong with the filter, or null. */
  public FilterProblem getWrongFilter() {
    return wrongFilter;
  }

  /** The columns; none when the filter is wrong. */
  public List<RowColumn> getColumns() {
    return rows == null ? List.of() : rows.columns();
  }

  /** The rows of this page. */
  public List<List<Object>> getRows() {
    return rows == null ? List.of() : rows.rows();
  }

  /** The cursor of the next page, or null. */
  public String getNext() {
    return rows == null ? null : rows.next().orElse(null);
  }

  /** Whether this is not the first page. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }

  /** Whether values of the column stand to the right. */
  public boolean numeric(RowColumn column) {
    return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
  }

  /** A value as it is written in a table. */
  public String written(Object value) {
    return value instanceof Number number ? format.number(number) : String.valueOf(value);
  }

  /** The query of the same rows, sorted by the column; the second time the other way round. */
  public String sortedBy(RowColumn column) {
    String sort = column.name().equals(getSort()) ? "-" + column.name() : column.name();
    return query(sort, null);
  }

  /** The query of the next page. */
  public String getNextQuery() {
    return query(getSort(), getNext());
  }

  /** The query of the first page. */
  public String getFirstQuery() {
    return query(getSort(), null);
  }

  private String query(String sort, String after) {
    StringBuilder query = new StringBuilder("?version=").append(page.getVersion().number());
    add(query, "filter", getFilter());
    add(query, "sort", sort);
    add(query, "after", after);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (value != null) {
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
      query.append('&').append(name).append('=').append(encoded);
    }
  }
}
