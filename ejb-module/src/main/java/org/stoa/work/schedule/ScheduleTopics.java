package org.stoa.work.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoa.live.TopicRule;
import org.stoa.work.WorkPermissions;

/** Lets those listen to schedules who may read them. */
@ApplicationScoped
public class ScheduleTopics implements TopicRule {

  @Override
  public Optional<String> permissionFor(String topic) {
    return topic.equals("schedules")
        ? Optional.of(WorkPermissions.SCHEDULES_READ)
        : Optional.empty();
  }
}
