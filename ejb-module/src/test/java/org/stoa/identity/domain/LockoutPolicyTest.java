package org.stoa.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoa.shared.TickingClock;

class LockoutPolicyTest {

  private final LockoutPolicy policy = LockoutPolicy.STANDARD;
  private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));

  @Test
  void allowsFourFailures() {
    assertThat(failures(4).lockLeft(clock.instant())).isEmpty();
  }

  @Test
  void locksForAMinuteAtTheFifth() {
    FailedSignIns five = failures(5);

    assertThat(five.lockLeft(clock.instant())).contains(Duration.ofMinutes(1));
    clock.tick(Duration.ofSeconds(59));
    assertThat(five.lockLeft(clock.instant())).contains(Duration.ofSeconds(1));
    clock.tick(Duration.ofSeconds(1));
    assertThat(five.lockLeft(clock.instant())).isEmpty();
  }

  @Test
  void doublesTheLockAtEachFurtherFailureUpToFifteenMinutes() {
    assertThat(failures(6).lockLeft(clock.instant())).contains(Duration.ofMinutes(2));
    assertThat(failures(7).lockLeft(clock.instant())).contains(Duration.ofMinutes(4));
    assertThat(failures(8).lockLeft(clock.instant())).contains(Duration.ofMinutes(8));
    assertThat(failures(9).lockLeft(clock.instant())).contains(Duration.ofMinutes(15));
    assertThat(failures(500).lockLeft(clock.instant())).contains(Duration.ofMinutes(15));
  }

  @Test
  void forgetsAfterAQuietHour() {
    FailedSignIns four = failures(4);
    clock.tick(Duration.ofHours(1).plusSeconds(1));

    assertThat(policy.oneMore(four, clock.instant()).failures()).isEqualTo(1);
  }

  @Test
  void remembersWithinTheHour() {
    FailedSignIns four = failures(4);
    clock.tick(Duration.ofMinutes(59));

    assertThat(policy.oneMore(four, clock.instant()).lockLeft(clock.instant())).isPresent();
  }

  private FailedSignIns failures(int count) {
    FailedSignIns failed = FailedSignIns.NONE;
    for (int i = 0; i < count; i++) {
      failed = policy.oneMore(failed, clock.instant());
    }
    return failed;
  }
}
