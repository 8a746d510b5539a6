package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FairTurnsProperties {

  @Property
  void everyoneHasItsShareByWeightWithinOneTurnEach(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 20) Integer> weights,
      @ForAll @IntRange(min = 1, max = 50) int perClaim) {
    FairTurns<UUID> turns = new FairTurns<>();
    List<UUID> all = organisations(weights.size());
    Map<UUID, Integer> had = new HashMap<>();
    int claims = 200;
    for (int i = 0; i < claims; i++) {
      turns
          .divide(perClaim, all, one -> weight(weights, one))
          .forEach(
              (one, count) -> {
                turns.used(one, count, weight(weights, one));
                had.merge(one, count, Integer::sum);
              });
      turns.keep(all);
    }
    double total = weights.stream().mapToInt(Integer::intValue).sum();
    for (UUID one : all) {
      double due = claims * perClaim * weight(weights, one) / total;
      assertThat(had.getOrDefault(one, 0) * 1.0).isBetween(due - 21, due + 21);
    }
  }

  @Property
  void whoComesBackHasNotSavedAnythingUp(@ForAll @IntRange(min = 1, max = 1_000) int alone) {
    FairTurns<UUID> turns = new FairTurns<>();
    List<UUID> both = organisations(2);
    List<UUID> first = both.subList(0, 1);
    turns.divide(alone, first, one -> 1).forEach((one, count) -> turns.used(one, count, 1));
    turns.keep(first);

    Map<UUID, Integer> divided = turns.divide(10, both, one -> 1);

    assertThat(divided.get(both.get(0))).isEqualTo(5);
    assertThat(divided.get(both.get(1))).isEqualTo(5);
  }

  @Property
  void oneOfManyIsNeverLeftOut(@ForAll @IntRange(min = 2, max = 300) int many) {
    FairTurns<UUID> turns = new FairTurns<>();
    List<UUID> all = organisations(many);
    turns.divide(many, all, one -> 1).forEach((one, count) -> assertThat(count).isEqualTo(1));
    assertThat(turns.divide(many, all, one -> 1)).hasSize(many);
  }

  private static List<UUID> organisations(int count) {
    return LongStream.range(0, count).mapToObj(number -> new UUID(7, number)).toList();
  }

  private static int weight(List<Integer> weights, UUID organisation) {
    return weights.get((int) organisation.getLeastSignificantBits());
  }
}
