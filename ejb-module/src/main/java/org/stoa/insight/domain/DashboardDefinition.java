package org.stoa.insight.domain;

import java.util.List;
import java.util.Optional;
import org.stoa.insight.MappedField;

/**
 * A dashboard as it is stored.
 *
 * @param name what people call it
 * @param description what it shows, in a sentence
 * @param widgets its widgets, in reading order
 * @param fields which columns its template found
 */
public record DashboardDefinition(
    String name, String description, List<WidgetDefinition> widgets, List<MappedField> fields) {

  public DashboardDefinition {
    widgets = List.copyOf(widgets);
    fields = List.copyOf(fields);
  }

  /** The widget of this id. */
  public Optional<WidgetDefinition> widget(String id) {
    return widgets.stream().filter(widget -> widget.id().equals(id)).findFirst();
  }
}
