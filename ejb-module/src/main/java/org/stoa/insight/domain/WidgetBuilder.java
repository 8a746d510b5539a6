package org.stoa.insight.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.stoa.data.Query;

/** Puts a widget of a template together; what it needs and does not find becomes a sentence. */
final class WidgetBuilder {

  private static final int FIRST_PAGE = 1;

  private final FieldMapping mapping;
  private final String id;
  private final WidgetType type;
  private final String title;
  private final int position;
  private final int width;
  private String description = "";
  private String dataset;
  private Query query;
  private Shape shape = Shape.PLAIN;
  private Base base;
  private String missing;

  WidgetBuilder(
      FieldMapping mapping, String id, WidgetType type, String title, int position, int width) {
    this.mapping = mapping;
    this.id = id;
    this.type = type;
    this.title = title;
    this.position = position;
    this.width = width;
  }

  WidgetBuilder told(String sentence) {
    this.description = sentence;
    return this;
  }

  /** What it asks, provided that these fields were found. */
  WidgetBuilder asks(String name, List<SafetyField> needed, Supplier<Query> question) {
    this.dataset = name;
    Set<String> datasets = new LinkedHashSet<>(List.of(name));
    needed.stream().map(SafetyField::dataset).forEach(datasets::add);
    this.missing = mapping.missing(List.copyOf(datasets), needed).orElse(null);
    this.query = missing == null ? question.get() : null;
    return this;
  }

  /** Something else that would keep it from being right. */
  WidgetBuilder unless(boolean wrong, String sentence) {
    if (wrong && missing == null) {
      this.missing = sentence;
      this.query = null;
    }
    return this;
  }

  WidgetBuilder shaped(Shape wanted) {
    this.shape = wanted;
    return this;
  }

  WidgetBuilder of(Base whole) {
    this.base = query == null ? null : whole;
    return this;
  }

  WidgetDefinition build() {
    return new WidgetDefinition(
        id,
        type,
        title,
        description,
        FIRST_PAGE,
        position,
        width,
        dataset,
        query,
        shape,
        base,
        missing);
  }
}
