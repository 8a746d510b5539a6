package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stoa.live.LiveEvent;
import org.stoa.live.LiveTopics;
import org.stoa.shared.CallContext;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.domain.OwnedView;
import org.stoa.work.store.JobReads;

class ChangeTellingTest {

  private static final UUID OURS = UUID.randomUUID();
  private static final UUID THEIRS = UUID.randomUUID();

  private record Told(UUID organisation, String topic, boolean isReload) {}

  private final Set<String> wanted = new HashSet<>();
  private final List<Long> read = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private boolean isBroken;
  private int reloads;
  private final ChangeTelling telling = new ChangeTelling(new Reads(), new Topics());

  @Test
  void readsAndTellsNothingThatNobodyWants() {
    telling.tell(jobs(1, 1_000));

    assertThat(read).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void tellsTheListEachOfFewJobsAndTheJobToThoseWhoLookAtIt() {
    wanted.addAll(Set.of("jobs", "job:2"));

    telling.tell(jobs(1, 2));

    assertThat(told)
        .containsExactlyInAnyOrder(event(OURS, "jobs"), event(OURS, "jobs"), event(OURS, "job:2"));
  }

  @Test
  void readsOnlyTheJobSomebodyLooksAtWhenNobodyLooksAtTheList() {
    wanted.add("job:500");

    telling.tell(jobs(1, 1_000));

    assertThat(read).containsExactly(500L);
    assertThat(told).containsExactly(event(OURS, "job:500"));
  }

  @Test
  void tellsTheListsOfThoseConcernedToReloadWhenMuchChanged() {
    wanted.add("jobs");

    telling.tell(jobs(1, 5_000));
    assertThat(told).containsExactly(new Told(OURS, "jobs", true));

    told.clear();
    telling.tell(jobs(9_900, 10_100));
    assertThat(told)
        .containsExactlyInAnyOrder(new Told(OURS, "jobs", true), new Told(THEIRS, "jobs", true));
    assertThat(read).isEmpty();
  }

  @Test
  void tellsEveryoneToReloadWhenTheJobsCannotBeRead() {
    wanted.add("jobs");
    isBroken = true;

    telling.tell(jobs(1, 2));

    assertThat(reloads).isEqualTo(1);
  }

  private static Told event(UUID organisation, String topic) {
    return new Told(organisation, topic, false);
  }

  private static Set<Long> jobs(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().collect(Collectors.toSet());
  }

  /** Jobs below 10,000 are ours. */
  private static UUID owner(long id) {
    return id < 10_000 ? OURS : THEIRS;
  }

  private final class Reads extends JobReads {

    Reads() {
      super(null);
    }

    @Override
    public List<OwnedView> views(Collection<Long> ids) {
      if (isBroken) {
        throw new IllegalStateException("away");
      }
      read.addAll(ids);
      return ids.stream().map(id -> new OwnedView(owner(id), view(id))).toList();
    }

    @Override
    public List<UUID> organisations(Collection<Long> ids) {
      return ids.stream().map(ChangeTellingTest::owner).distinct().toList();
    }
  }

  private static JobView view(long id) {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    return new JobView(
        id,
        "k",
        "q",
        JobState.QUEUED,
        null,
        null,
        null,
        0,
        1,
        noon,
        null,
        null,
        "ada",
        false,
        noon,
        null);
  }

  private final class Topics extends LiveTopics {

    @Override
    public Set<String> wanted(Collection<String> names) {
      return names.stream().filter(wanted::contains).collect(Collectors.toSet());
    }

    @Override
    public void reloadAll() {
      reloads++;
    }

    @Override
    public void publishAll(List<LiveEvent> events) {
      events.forEach(
          event ->
              told.add(new Told(CallContext.organisation(), event.topic(), event.event() == null)));
    }
  }
}
