package org.stoa.insight;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * The payload of the job {@code insight.map}: let the templates look at the datasets of an owner.
 *
 * @param owner what the datasets belong to, such as a study
 */
public record MapDashboards(@NotNull(message = "is missing") UUID owner) {

  /** The kind of the job. */
  public static final String KIND = "insight.map";
}
