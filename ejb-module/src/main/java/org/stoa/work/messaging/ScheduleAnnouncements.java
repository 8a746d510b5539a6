package org.stoa.work.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.ScheduleAlert;
import org.stoa.work.ScheduleSilent;
import org.stoa.work.schedule.ScheduleChange;

/** Tells those who look at schedules what happened to one, after it was committed. */
@ApplicationScoped
public class ScheduleAnnouncements {

  private static final String TOPIC = "schedules";

  private LiveTopics topics;

  /** For the container's proxies only. */
  protected ScheduleAnnouncements() {}

  /** With the topics. */
  @Inject
  public ScheduleAnnouncements(LiveTopics topics) {
    this.topics = topics;
  }

  /**
   * What is heard by those who listen.
   *
   * @param schedule the schedule that looks different
   * @param name its name, where a run stays silent; otherwise null
   * @param alert the run that stays silent, or null
   */
  public record Announcement(UUID schedule, String name, ScheduleAlert alert) {}

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScheduleChange change) {
    publish(change.organisation(), new Announcement(change.schedule(), null, null));
  }

  void silent(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScheduleSilent silent) {
    publish(
        silent.organisation(), new Announcement(silent.schedule(), silent.name(), silent.alert()));
  }

  private void publish(UUID organisation, Announcement announcement) {
    CallContext.runAs(Actor.system(organisation), () -> topics.publish(TOPIC, announcement));
  }
}
