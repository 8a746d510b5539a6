package org.stoa.work;

import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stoa.shared.Problem;

/**
 * Why a job failed, as a problem detail (RFC 9457). In JSON the members stand beside the others.
 *
 * @param type the URI of the problem type
 * @param title what kind of problem it is
 * @param detail what happened to this job
 * @param members the extension members, such as {@code file} and {@code line}, in their order
 */
@JsonbTypeSerializer(JobErrorSerializer.class)
public record JobError(String type, String title, String detail, Map<String, Object> members) {

  private static final String INCIDENT = "urn:stoa:problem:incident";

  public JobError {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** The same as the problem. */
  public static JobError of(Problem problem) {
    return new JobError(problem.type(), problem.title(), problem.detail(), problem.members());
  }

  /**
   * Something that nobody foresaw.
   *
   * @param incident the id under which the log has the whole story
   */
  public static JobError unexpected(String incident) {
    return new JobError(
        INCIDENT,
        "Something went wrong on our side",
        "Tell your administrator the incident " + incident + "; the log says more about it.",
        Map.of("incident", incident));
  }
}
