package org.stoa.study.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.stoa.live.TopicRule;
import org.stoa.study.StudyPermissions;

/** The topic of a study, on which others hear what became of its datasets and dashboards. */
@ApplicationScoped
public class StudyTopics implements TopicRule {

  private static final String PREFIX = "study:";

  /** The topic of one study. */
  static String of(UUID study) {
    return PREFIX + study;
  }

  @Override
  public Optional<String> permissionFor(String topic) {
    return topic.startsWith(PREFIX) ? Optional.of(StudyPermissions.READ) : Optional.empty();
  }
}
