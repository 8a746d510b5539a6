package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentDurationsTest {

  private final RecentDurations durations = new RecentDurations();

  @Test
  void claimsOneAtATimeUntilItKnowsBetter() {
    assertThat(durations.claimSize()).isEqualTo(1);
  }

  @Test
  void claimsAboutATenthOfASecondOfWork() {
    durations.took("quick", Duration.ofMillis(5));
    assertThat(durations.claimSize()).isEqualTo(20);
  }

  @Test
  void claimsNoMoreThanABatchOfTheQuickestJobs() {
    durations.took("no-op", Duration.ofNanos(1));
    assertThat(durations.claimSize()).isEqualTo(200);
  }

  @Test
  void oneSlowKindSlowsTheClaimsOfItsQueue() {
    durations.took("quick", Duration.ofMillis(1));
    durations.took("slow", Duration.ofSeconds(20));
    assertThat(durations.claimSize()).isEqualTo(1);
  }

  @Test
  void forgetsThatAKindWasSlow() {
    durations.took("kind", Duration.ofSeconds(1));
    for (int i = 0; i < 60; i++) {
      durations.took("kind", Duration.ofMillis(1));
    }
    assertThat(durations.claimSize()).isGreaterThan(50);
  }
}
