package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stoa.shared.TickingClock;

class ChangeRoundsTest {

  private record Call(Runnable round, Duration after) {}

  private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final Deque<Call> calls = new ArrayDeque<>();
  private final List<Set<Long>> told = new ArrayList<>();
  private final ChangeRounds rounds =
      new ChangeRounds(told::add, (round, wait) -> calls.add(new Call(round, wait)), clock);

  @Test
  void tellsALoneChangeAtOnce() {
    rounds.add(Set.of(1L));

    assertThat(nextRound()).isZero();
    assertThat(told).containsExactly(Set.of(1L));
    assertThat(calls).isEmpty();
  }

  @Test
  void tellsAJobOnceThatBeginsAndEndsWithinAPause() {
    rounds.add(Set.of(1L));
    nextRound();

    rounds.add(Set.of(2L));
    rounds.add(Set.of(2L));
    assertThat(nextRound()).isEqualTo(ChangeRounds.SHORTEST_PAUSE);

    assertThat(told).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void pausesLongerTheMoreItTold() {
    rounds.add(jobs(100));
    nextRound();
    rounds.add(jobs(100_000));
    assertThat(nextRound()).isEqualTo(Duration.ofMillis(500));

    rounds.add(Set.of(1L));
    assertThat(nextRound()).isEqualTo(ChangeRounds.LONGEST_PAUSE);
  }

  @Test
  void tellsAtOnceAgainAfterARest() {
    rounds.add(jobs(100_000));
    nextRound();
    clock.tick(Duration.ofMinutes(1));

    rounds.add(Set.of(1L));

    assertThat(nextRound()).isZero();
  }

  @Test
  void tellsWhatChangesWhileItTells() {
    ChangeRounds[] busy = new ChangeRounds[1];
    busy[0] =
        new ChangeRounds(
            ids -> {
              told.add(ids);
              if (told.size() == 1) {
                busy[0].add(Set.of(2L));
              }
            },
            (round, wait) -> calls.add(new Call(round, wait)),
            clock);

    busy[0].add(Set.of(1L));
    nextRound();
    nextRound();

    assertThat(told).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void goesOnAfterTellingFailed() {
    ChangeRounds failing =
        new ChangeRounds(
            ids -> {
              throw new IllegalStateException("no");
            },
            (round, wait) -> calls.add(new Call(round, wait)),
            clock);
    failing.add(Set.of(1L));
    assertThatThrownBy(this::nextRound).isInstanceOf(IllegalStateException.class);

    failing.add(Set.of(2L));

    assertThat(calls).hasSize(1);
  }

  @Test
  void theNextChangeCallsAgainWhenThereWasNoThread() {
    boolean[] busy = {true};
    ChangeRounds refused =
        new ChangeRounds(
            told::add,
            (round, wait) -> {
              if (busy[0]) {
                throw new RejectedExecutionException();
              }
              calls.add(new Call(round, wait));
            },
            clock);
    refused.add(Set.of(1L));
    busy[0] = false;
    refused.add(Set.of(2L));
    nextRound();

    assertThat(told).containsExactly(Set.of(1L, 2L));
  }

  private Duration nextRound() {
    Call call = calls.remove();
    clock.tick(call.after());
    call.round().run();
    return call.after();
  }

  private static Set<Long> jobs(int count) {
    return LongStream.range(0, count).boxed().collect(Collectors.toSet());
  }
}
