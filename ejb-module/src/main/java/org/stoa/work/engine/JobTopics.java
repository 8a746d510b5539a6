package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoa.live.TopicRule;
import org.stoa.work.WorkPermissions;

/** Lets those listen to jobs and samples who may read them. */
@ApplicationScoped
public class JobTopics implements TopicRule {

  @Override
  public Optional<String> permissionFor(String topic) {
    boolean mine = topic.equals("jobs") || topic.equals(Sampling.TOPIC) || topic.startsWith("job:");
    return mine ? Optional.of(WorkPermissions.READ) : Optional.empty();
  }
}
