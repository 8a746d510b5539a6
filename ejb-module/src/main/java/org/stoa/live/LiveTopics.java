package org.stoa.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stoa.live.store.TopicReader;
import org.stoa.live.store.TopicStreams;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.ForbiddenProblem;
import org.stoa.shared.InvalidProblem;

/** The topics of the current organisation: tells what happened, and lets others hear it. */
@ApplicationScoped
public class LiveTopics {

  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}");

  @Inject @Any private Instance<TopicRule> rules;

  private TopicStreams streams;
  private TopicReader reader;

  /** For the container's proxies only. */
  protected LiveTopics() {}

  /** With the streams that keep the topics and the one reader of the node. */
  @Inject
  public LiveTopics(TopicStreams streams, TopicReader reader) {
    this.streams = streams;
    this.reader = reader;
  }

  /**
   * Tells that something happened. To be called after the commit. It never fails: when the cache
   * cannot be reached, everyone is told to reload as soon as it can.
   *
   * @param topic such as {@code job:17}
   * @param event becomes JSON
   */
  @Allowed(Allowed.EVERYONE)
  public void publish(String topic, Object event) {
    publishAll(List.of(new LiveEvent(topic, event)));
  }

  /** As {@link #publish}, for many at once. */
  @Allowed(Allowed.EVERYONE)
  public void publishAll(List<LiveEvent> events) {
    events.forEach(event -> checked(event.topic()));
    streams.append(CallContext.organisation(), events);
  }

  /**
   * Those of the topics that somebody of any organisation listens to, or listened to so lately that
   * a cursor may come back. What happens on the others needs no telling, if it was committed before
   * this question: who begins to listen is noted before the state is read. When the cache cannot be
   * asked, none; then everyone is told to reload as soon as it can.
   */
  @Allowed(Allowed.SYSTEM)
  public Set<String> wanted(Collection<String> names) {
    return streams.wanted(names);
  }

  /** Something may have been committed that nobody tells any more: everyone is told to reload. */
  @Allowed(Allowed.SYSTEM)
  public void reloadAll() {
    streams.lose();
  }

  /**
   * Where the topic is now. Asked before the state is read, and shown when listening begins, it
   * leaves no gap between the two.
   */
  @Allowed(Allowed.EVERYONE)
  public String cursor(String topic) {
    mayHear(checked(topic));
    return streams.cursor(CallContext.organisation(), topic);
  }

  /**
   * Begins to listen. The listener first hears what it missed since the cursor, or a reload when
   * that is not known any more, then what happens.
   *
   * @param cursor where it was, null to begin now
   * @return ends listening when closed
   * @throws ForbiddenProblem when the actor may not
   */
  @Allowed(Allowed.EVERYONE)
  public LiveSubscription subscribe(String topic, String cursor, LiveListener listener) {
    mayHear(checked(topic));
    return reader.follow(CallContext.organisation(), topic, Optional.ofNullable(cursor), listener);
  }

  private void mayHear(String topic) {
    Actor actor = CallContext.requiredActor();
    String permission =
        rules.stream()
            .flatMap(rule -> rule.permissionFor(topic).stream())
            .findFirst()
            .orElseThrow(() -> new InvalidProblem("topic", "is not a topic: " + topic));
    if (!actor.may(permission)) {
      throw new ForbiddenProblem(permission);
    }
  }

  private static String checked(String topic) {
    if (topic == null || !TOPIC.matcher(topic).matches()) {
      throw new InvalidProblem("topic", "must be a name such as job:17");
    }
    return topic;
  }
}
