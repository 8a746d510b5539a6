package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stoa.work.domain.Submitted.Known;

class SubmittedTest {

  private final Submitted<String> submitted = new Submitted<>();
  private final Map<String, Long> told = new TreeMap<>();

  @Test
  void countsFromTheFirstInstantOn() {
    at(true, List.of(known("a", 5, 0)));
    assertThat(told).isEmpty();

    at(true, List.of(known("a", 7, 0), known("b", 1, 0)));

    assertThat(told).isEqualTo(Map.of("a", 2L, "b", 1L));
  }

  @Test
  void whatEndedWasSubmittedAsWellAsWhatIsThere() {
    at(true, List.of(known("a", 3, 3)));
    at(true, List.of(known("a", 0, 10)));
    at(true, List.of());

    assertThat(told).isEqualTo(Map.of("a", 10L));
  }

  @Test
  void anInstantAtWhichNothingWasCountedIsMadeUpByTheNext() {
    at(true, List.of(known("a", 0, 4)));
    at(false, List.of(known("a", 0, 4)));
    assertThat(told).isEmpty();

    at(true, List.of(known("a", 1, 0)));

    assertThat(told).isEqualTo(Map.of("a", 9L));
  }

  @Test
  void neverGoesBackWhenAJobWasMissedAroundAnInstant() {
    at(true, List.of(known("a", 2, 0)));
    at(true, List.of(known("a", 1, 1)));
    at(true, List.of(known("a", 2, 0)));

    assertThat(told).isEqualTo(Map.of("a", 1L));
  }

  private static Known<String> known(String key, long there, long ended) {
    return new Known<>(key, there, ended);
  }

  private void at(boolean isDeep, List<Known<String>> known) {
    submitted.add(isDeep, known, (key, jobs) -> told.merge(key, jobs, Long::sum));
  }
}
