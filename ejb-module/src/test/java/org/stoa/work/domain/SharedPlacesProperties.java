package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SharedPlacesProperties {

  private static final Duration JOB = Duration.ofSeconds(1);

  @Property
  void workersHaveTheirTimeByWeightWhenPlacesRunShort(
      @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 10) Integer> weights) {
    Map<String, QueueShare> shares = shares(weights, 0);
    SharedPlaces places = new SharedPlaces(1, () -> shares);
    Map<String, Integer> had = new HashMap<>();
    int jobs = 1_000;
    String turn = "q0";
    assertThat(places.take(turn)).isTrue();
    shares.keySet().stream().filter(queue -> !queue.equals("q0")).forEach(places::take);
    for (int i = 0; i < jobs; i++) {
      had.merge(turn, 1, Integer::sum);
      places.used(turn, JOB);
      turn = next(places, turn);
    }

    double total = weights.stream().mapToInt(Integer::intValue).sum();
    shares.forEach(
        (queue, share) -> {
          double due = jobs * share.weight() / total;
          assertThat(had.get(queue) * 1.0).isBetween(due - 11, due + 11);
        });
  }

  private static String next(SharedPlaces places, String turn) {
    if (places.mayGoOn(turn)) {
      return turn;
    }
    String next = places.giveBack(turn).orElseThrow();
    assertThat(places.take(next)).isTrue();
    return next;
  }

  @Property
  void neverMoreThanThereAre(
      @ForAll @IntRange(min = 1, max = 8) int all,
      @ForAll @IntRange(max = 3) int reserved,
      @ForAll @Size(max = 200) List<@IntRange(max = 9) Integer> acts) {
    Map<String, QueueShare> shares = shares(List.of(1, 2, 3), reserved);
    SharedPlaces places = new SharedPlaces(all, () -> shares);
    List<String> taken = new ArrayList<>();
    for (int act : acts) {
      if (act < 5) {
        String queue = "q" + act;
        if (places.take(queue)) {
          taken.add(queue);
        }
      } else if (!taken.isEmpty()) {
        places.giveBack(taken.remove(act % taken.size()));
      }
      assertThat(taken).hasSizeLessThanOrEqualTo(all);
    }
  }

  @Property
  void whatIsReservedIsThereWhateverTheOthersTake(
      @ForAll @IntRange(min = 2, max = 8) int all, @ForAll @IntRange(min = 1, max = 8) int wanted) {
    int reserved = Math.min(wanted, all - 1);
    Map<String, QueueShare> shares = Map.of("mail", new QueueShare(1, reserved));
    SharedPlaces places = new SharedPlaces(all, () -> shares);
    int others = 0;
    while (places.take("loads")) {
      others++;
    }
    assertThat(others).isEqualTo(all - reserved);
    for (int i = 0; i < reserved; i++) {
      assertThat(places.take("mail")).isTrue();
    }
    assertThat(places.take("mail")).isFalse();
  }

  @Example
  void oneWorkerIsNeverReservedAway() {
    SharedPlaces places = new SharedPlaces(2, () -> Map.of("mail", new QueueShare(1, 5)));

    assertThat(places.take("loads")).isTrue();
    assertThat(places.take("loads")).isFalse();
  }

  @Example
  void whoGivesItsPlaceBackIsNamedAgainWhenItIsItsTurn() {
    SharedPlaces places = new SharedPlaces(1, Map::of);
    assertThat(places.take("a")).isTrue();
    assertThat(places.take("b")).isFalse();
    places.used("a", JOB);

    assertThat(places.mayGoOn("a")).isFalse();
    assertThat(places.giveBack("a")).contains("b");
    assertThat(places.take("b")).isTrue();
    assertThat(places.mayGoOn("b")).as("a had a second, b nothing yet").isTrue();
    assertThat(places.giveBack("b")).contains("a");
  }

  @Example
  void nobodyIsNamedForAPlaceThatIsKeptForAnother() {
    Map<String, QueueShare> shares = Map.of("mail", new QueueShare(1, 1));
    SharedPlaces places = new SharedPlaces(2, () -> shares);
    assertThat(places.take("mail")).isTrue();
    assertThat(places.take("loads")).isTrue();
    assertThat(places.take("tests")).isFalse();

    assertThat(places.giveBack("mail")).isEmpty();
    assertThat(places.giveBack("loads")).contains("tests");
  }

  private static Map<String, QueueShare> shares(List<Integer> weights, int reserved) {
    Map<String, QueueShare> shares = new HashMap<>();
    for (int i = 0; i < weights.size(); i++) {
      shares.put("q" + i, new QueueShare(weights.get(i), reserved));
    }
    return shares;
  }
}
