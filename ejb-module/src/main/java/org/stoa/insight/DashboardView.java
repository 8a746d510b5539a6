package org.stoa.insight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A dashboard.
 *
 * @param id its id
 * @param owner what it belongs to, such as a study
 * @param name what people call it
 * @param description what it shows, in a sentence
 * @param template the template that made it, such as {@code safety-overview}
 * @param widgets its widgets, in reading order
 * @param fields which columns the template found for what it needs
 * @param createdAt when it was made
 * @param mappedAt when the template last looked for its columns
 * @param version rises with each change
 */
public record DashboardView(
    UUID id,
    UUID owner,
    String name,
    String description,
    String template,
    List<WidgetView> widgets,
    List<MappedField> fields,
    Instant createdAt,
    Instant mappedAt,
    long version) {

  public DashboardView {
    widgets = List.copyOf(widgets);
    fields = List.copyOf(fields);
  }
}
