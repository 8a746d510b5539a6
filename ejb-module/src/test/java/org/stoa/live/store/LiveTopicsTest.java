package org.stoa.live.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoa.live.LiveEvent;
import org.stoa.live.LiveListener;
import org.stoa.live.LiveMessage;
import org.stoa.live.LiveMessage.Kind;
import org.stoa.live.LiveSubscription;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisConnectionException;

class LiveTopicsTest {

  private static final UUID OURS = UUID.randomUUID();
  private static final UUID THEIRS = UUID.randomUUID();
  private static final String TOPIC = "job:1";
  private static final int LENGTH = 200;
  private static final LiveSettings SETTINGS = new LiveSettings(LENGTH, Duration.ofHours(1));

  /** So late that the node which reads here, and notes what is wanted now, forgets none of it. */
  private static final long LATER = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private TestRedis redis;
  private JedisPooled connections;
  private TopicStreams streams;
  private final List<ANode> nodes = new ArrayList<>();
  private ANode node;

  @BeforeEach
  void startReading() throws IOException {
    redis = new TestRedis();
    connections = redis.connections();
    streams = new TopicStreams(connections, SETTINGS);
    node = anotherNodeStarts();
  }

  @AfterEach
  void stopReading() throws IOException {
    nodes.forEach(ANode::close);
    connections.close();
    redis.close();
  }

  @Test
  void hearsWhatHappensAfterItBeganInOrder() {
    Ear ear = listen(OURS, TOPIC, null);
    await().until(ear::hasBegun);

    publish(OURS, TOPIC, 1, 20);

    await().untilAsserted(() -> assertThat(ear.events()).isEqualTo(numbers(1, 20)));
  }

  @Test
  void hearsWhatItMissedOnceAndThenWhatHappens() {
    Ear first = listen(OURS, TOPIC, null);
    await().until(first::hasBegun);
    publish(OURS, TOPIC, 1, 3);
    await().until(() -> first.events().size() == 3);
    first.leave();
    publish(OURS, TOPIC, 4, 6);

    Ear back = listen(OURS, TOPIC, first.cursor());
    await().until(back::hasBegun);
    publish(OURS, TOPIC, 7, 8);

    await().untilAsserted(() -> assertThat(back.events()).isEqualTo(numbers(4, 8)));
    assertThat(back.reloads()).isZero();
  }

  @Test
  void aLateListenerAndAnEarlyOneBothHearEverythingOnce() {
    prepareEpoch();
    String cursor = streams.cursor(OURS, TOPIC);
    List<Ear> ears = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      publish(OURS, TOPIC, i, i);
      if (i % 10 == 0) {
        ears.add(listen(OURS, TOPIC, cursor));
      }
    }

    await()
        .untilAsserted(
            () -> assertThat(ears).allMatch(ear -> ear.events().equals(numbers(1, 100))));
  }

  @Test
  void aCursorFromBeforeTheFirstEventMissesNothing() {
    prepareEpoch();
    String cursor = streams.cursor(OURS, TOPIC);
    publish(OURS, TOPIC, 1, 2);

    Ear ear = listen(OURS, TOPIC, cursor);

    await().untilAsserted(() -> assertThat(ear.events()).isEqualTo(numbers(1, 2)));
    assertThat(ear.reloads()).isZero();
  }

  @Test
  void saysReloadWhenWhatWasMissedIsCutOff() {
    Ear first = listen(OURS, TOPIC, null);
    await().until(first::hasBegun);
    publish(OURS, TOPIC, 1, 1);
    await().until(() -> first.events().size() == 1);
    first.leave();
    publish(OURS, TOPIC, 2, 5 * LENGTH);

    Ear back = listen(OURS, TOPIC, first.cursor());

    await().until(() -> back.reloads() == 1);
    publish(OURS, TOPIC, 5_000, 5_001);
    await().untilAsserted(() -> assertThat(back.events()).isEqualTo(numbers(5_000, 5_001)));
  }

  @Test
  void saysReloadForACursorThatNobodyGave() {
    prepareEpoch();
    assertThat(listenUntilBegun("0-0").reloads()).isEqualTo(1);
    assertThat(listenUntilBegun("'; DROP").reloads()).isEqualTo(1);
    assertThat(listenUntilBegun("").reloads()).isEqualTo(1);
  }

  @Test
  void hearsNothingOfAnotherOrganisationOrTopic() {
    Ear ear = listen(OURS, TOPIC, null);
    await().until(ear::hasBegun);

    publish(THEIRS, TOPIC, 1, 5);
    publish(OURS, "job:11", 1, 5);
    publish(OURS, TOPIC, 9, 9);

    await().until(() -> !ear.events().isEmpty());
    assertThat(ear.events()).isEqualTo(numbers(9, 9));
  }

  @Test
  void saysReloadAfterTheCacheCameBackEmptyAndGoesOn() throws IOException {
    Ear connected = listen(OURS, TOPIC, null);
    await().until(connected::hasBegun);
    publish(OURS, TOPIC, 1, 1);
    await().until(() -> connected.events().size() == 1);
    Ear away = listenUntilBegun(connected.cursor());
    away.leave();

    redis.stop();
    streams.append(OURS, List.of(new LiveEvent(TOPIC, Map.of("n", 2))));
    redis.start();

    await().atMost(Duration.ofSeconds(30)).until(() -> connected.reloads() > 0);
    assertThat(listenUntilBegun(away.cursor()).reloads()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              publish(OURS, TOPIC, 3, 3);
              assertThat(connected.events()).endsWith("{\"n\":3}");
            });
  }

  @Test
  void tellsEveryoneToReloadWhenEventsWereLost() {
    Ear ear = listen(OURS, TOPIC, null);
    Ear other = listen(THEIRS, "jobs", null);
    await().until(() -> ear.hasBegun() && other.hasBegun());

    streams.beginEpoch();

    await().until(() -> ear.reloads() == 1 && other.reloads() == 1);
  }

  @Test
  void tellsEveryoneToReloadWhenANodeStarts() {
    Ear ear = listen(OURS, TOPIC, null);
    await().until(ear::hasBegun);

    anotherNodeStarts();

    await().until(() -> ear.reloads() == 1);
  }

  @Test
  void doesNotTrustACursorFromBeforeTheStartOfANode() {
    Ear away = listenUntilBegun(null);
    away.leave();
    Ear ear = listenUntilBegun(null);

    anotherNodeStarts();
    await().until(() -> ear.reloads() == 1);

    assertThat(listenUntilBegun(away.cursor()).reloads()).isEqualTo(1);
  }

  @Test
  void tellsALossAsSoonAsTheCacheIsBackThoughNothingElseHappens() {
    Ear ear = listenUntilBegun(null);
    TopicStreams cutOff =
        new TopicStreams(connections, SETTINGS) {
          private boolean away = true;

          @Override
          void beginEpoch() {
            if (away) {
              away = false;
              throw new JedisConnectionException("away");
            }
            super.beginEpoch();
          }
        };

    cutOff.lose();
    assertThat(ear.reloads()).isZero();
    cutOff.tellLosses();

    await().until(() -> ear.reloads() == 1);
  }

  @Test
  void aListenerThatFailsDisturbsNobody() {
    listen(
        OURS,
        TOPIC,
        null,
        message -> {
          throw new IllegalStateException("deaf");
        });
    Ear ear = listen(OURS, TOPIC, null);
    await().until(ear::hasBegun);

    publish(OURS, TOPIC, 1, 2);

    await().untilAsserted(() -> assertThat(ear.events()).isEqualTo(numbers(1, 2)));
  }

  @Test
  void isToldToReloadInTurnWithWhatHappens() {
    Ear ear = listen(OURS, TOPIC, null);
    await().until(ear::hasBegun);

    publish(OURS, TOPIC, 1, 1);
    streams.append(OURS, List.of(LiveEvent.reload(TOPIC)));
    publish(OURS, TOPIC, 2, 2);

    await()
        .untilAsserted(
            () ->
                assertThat(ear.heard)
                    .extracting(LiveMessage::kind)
                    .containsExactly(Kind.STARTED, Kind.EVENT, Kind.RELOAD, Kind.EVENT));
  }

  @Test
  void wantsWhatSomebodyListensToAndForAWhileAfterwards() {
    assertThat(streams.wanted(List.of(TOPIC, "job:2"))).isEmpty();

    Ear ear = listenUntilBegun(null);
    assertThat(streams.wanted(List.of(TOPIC, "job:2"))).containsExactly(TOPIC);

    ear.leave();
    assertThat(streams.wanted(List.of(TOPIC))).containsExactly(TOPIC);
  }

  @Test
  void wantsWhatSomebodyHasACursorFor() {
    streams.cursor(OURS, TOPIC);

    assertThat(streams.wanted(List.of(TOPIC))).containsExactly(TOPIC);
  }

  @Test
  void wantsATopicNoLongerThanItsCursorsCanBeTrusted() {
    WantedTopics wanted = new WantedTopics(connections, Duration.ofHours(1));
    wanted.note(List.of(TOPIC), LATER);

    wanted.note(List.of(), LATER + Duration.ofHours(1).toMillis());
    assertThat(wanted.of(List.of(TOPIC))).containsExactly(TOPIC);
    wanted.note(List.of(), LATER + Duration.ofHours(2).toMillis());
    assertThat(wanted.of(List.of(TOPIC))).isEmpty();
  }

  @Test
  void wantsEverythingWhenTooMuchIsWantedToNote() {
    WantedTopics wanted = new WantedTopics(connections, Duration.ofHours(1));
    List<String> many =
        IntStream.rangeClosed(1, WantedTopics.MOST).mapToObj(n -> "job:" + n).toList();

    wanted.note(many, LATER);
    assertThat(wanted.of(List.of("job:0"))).isEmpty();
    wanted.note(List.of("jobs"), LATER);
    assertThat(wanted.of(List.of("job:0"))).containsExactly("job:0");
  }

  @Test
  void wantsWhatIsListenedToAgainBeforeItIsToldThatTheCacheForgot() throws IOException {
    Ear ear = listenUntilBegun(null);

    redis.stop();
    redis.start();

    await().atMost(Duration.ofSeconds(30)).until(() -> ear.reloads() > 0);
    assertThat(streams.wanted(List.of(TOPIC))).containsExactly(TOPIC);
  }

  @Test
  void tellsEveryoneToReloadWhenItCouldNotBeAskedWhatIsWanted() throws IOException {
    Ear ear = listenUntilBegun(null);

    redis.stop();
    assertThat(streams.wanted(List.of(TOPIC))).isEmpty();
    redis.start();

    await().atMost(Duration.ofSeconds(30)).until(() -> ear.reloads() > 0);
  }

  @Test
  void keepsNoTopicForEver() {
    publish(OURS, TOPIC, 1, 1);
    assertThat(connections.pttl(TopicStreams.key(OURS, TOPIC))).isBetween(1L, 3_600_000L);
  }

  /** The reader has seen the cache, so that cursors from now on are trusted. */
  private void prepareEpoch() {
    await().until(listen(OURS, "jobs", null)::hasBegun);
  }

  private ANode anotherNodeStarts() {
    ANode started = new ANode(streams);
    nodes.add(started);
    return started;
  }

  private Ear listenUntilBegun(String cursor) {
    Ear ear = listen(OURS, TOPIC, cursor);
    await().until(ear::hasBegun);
    return ear;
  }

  private Ear listen(UUID organisation, String topic, String cursor) {
    Ear ear = new Ear();
    ear.subscription = listen(organisation, topic, cursor, ear);
    return ear;
  }

  private LiveSubscription listen(
      UUID organisation, String topic, String cursor, LiveListener listener) {
    return node.reader.follow(organisation, topic, Optional.ofNullable(cursor), listener);
  }

  private void publish(UUID organisation, String topic, int first, int last) {
    streams.append(
        organisation,
        IntStream.rangeClosed(first, last)
            .mapToObj(n -> new LiveEvent(topic, Map.of("n", n)))
            .toList());
  }

  private static List<String> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(n -> "{\"n\":" + n + "}").toList();
  }

  /** A node that reads. */
  private static final class ANode {

    private final TopicReader reader;

    ANode(TopicStreams streams) {
      reader = new TopicReader(streams, Clock.systemUTC());
      Thread loop = new Thread(reader, "reader");
      loop.setDaemon(true);
      loop.start();
    }

    void close() {
      reader.close();
    }
  }

  /** Hears and remembers. */
  private static final class Ear implements LiveListener {

    private final List<LiveMessage> heard = new CopyOnWriteArrayList<>();
    private LiveSubscription subscription;

    @Override
    public void hear(LiveMessage message) {
      heard.add(message);
    }

    void leave() {
      subscription.close();
    }

    boolean hasBegun() {
      return !heard.isEmpty();
    }

    String cursor() {
      return heard.get(heard.size() - 1).cursor();
    }

    List<String> events() {
      return heard.stream()
          .filter(message -> message.kind() == Kind.EVENT)
          .map(LiveMessage::event)
          .toList();
    }

    long reloads() {
      return heard.stream().filter(message -> message.kind() == Kind.RELOAD).count();
    }
  }
}
