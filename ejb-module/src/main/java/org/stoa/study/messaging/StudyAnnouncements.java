package org.stoa.study.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.stoa.data.VersionActivated;
import org.stoa.insight.DashboardMapped;
import org.stoa.live.LiveTopics;

/** Tells those who look at a study that a dataset has a new version, or a dashboard appeared. */
@ApplicationScoped
public class StudyAnnouncements {

  private LiveTopics topics;

  /** For the container's proxies only. */
  protected StudyAnnouncements() {}

  /** With the topics. */
  @Inject
  public StudyAnnouncements(LiveTopics topics) {
    this.topics = topics;
  }

  /**
   * What is heard on the topic.
   *
   * @param happened {@code version-activated} or {@code dashboard-mapped}
   * @param detail the event
   */
  public record Announcement(String happened, Object detail) {}

  void versionActivated(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) VersionActivated version) {
    topics.publish(StudyTopics.of(version.owner()), new Announcement("version-activated", version));
  }

  void dashboardMapped(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) DashboardMapped dashboard) {
    topics.publish(
        StudyTopics.of(dashboard.owner()), new Announcement("dashboard-mapped", dashboard));
  }
}
