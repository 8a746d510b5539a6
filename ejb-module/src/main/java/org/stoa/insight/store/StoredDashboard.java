package org.stoa.insight.store;

import java.time.Instant;
import java.util.UUID;
import org.stoa.insight.DashboardView;
import org.stoa.insight.domain.DashboardDefinition;
import org.stoa.insight.domain.WidgetDefinition;

/**
 * A dashboard and its document.
 *
 * @param id its id
 * @param owner what it belongs to
 * @param template the template that made it; null when a person did
 * @param definition what it shows
 * @param createdAt when it was made
 * @param mappedAt when its template last looked for its columns
 * @param version rises with each change
 */
public record StoredDashboard(
    UUID id,
    UUID owner,
    String template,
    DashboardDefinition definition,
    Instant createdAt,
    Instant mappedAt,
    long version) {

  /** What the outside sees. */
  public DashboardView view() {
    return new DashboardView(
        id,
        owner,
        definition.name(),
        definition.description(),
        template,
        definition.widgets().stream().map(WidgetDefinition::view).toList(),
        definition.fields(),
        createdAt,
        mappedAt,
        version);
  }
}
