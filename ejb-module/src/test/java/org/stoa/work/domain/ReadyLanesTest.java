package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadyLanesTest {

  private static final UUID ADA = new UUID(1, 1);
  private static final UUID BEA = new UUID(2, 2);
  private static final Allowance ALL = Allowance.unlimited(Set.of("a", "b"));

  private final ReadyLanes lanes = new ReadyLanes();

  @Test
  void goesOnBehindWhatWasClaimed() {
    lanes.add(job(ADA, 0, "a", 5));
    List<Wish> plan = plan(2);
    lanes.learn(plan, List.of(job(ADA, 0, "a", 5), job(ADA, 0, "a", 9)), one -> 1);

    assertThat(plan(2)).containsExactly(new Wish(lane(ADA, 0, "a"), 10, 2, 2));
  }

  @Test
  void forgetsALaneThatGaveLessThanItWasAskedFor() {
    lanes.add(job(ADA, 0, "a", 5));
    lanes.learn(plan(2), List.of(job(ADA, 0, "a", 5)), one -> 1);

    assertThat(lanes.isEmpty()).isTrue();
    assertThat(plan(2)).isEmpty();
  }

  @Test
  void keepsWhatWasToldWhileAClaimWasUnderWay() {
    lanes.add(job(ADA, 0, "a", 5));
    List<Wish> plan = plan(2);
    lanes.add(job(ADA, 0, "a", 3));
    lanes.learn(plan, List.of(job(ADA, 0, "a", 5)), one -> 1);

    assertThat(plan(2)).extracting(Wish::from).containsExactly(3L);
  }

  @Test
  void aSteadyStreamOfNewsDoesNotKeepItFromMovingOn() {
    for (long id = 1; id <= 100; id++) {
      lanes.add(job(ADA, 0, "a", id));
      List<Wish> plan = plan(1);
      lanes.add(job(ADA, 0, "a", id + 1));
      lanes.learn(plan, List.of(job(ADA, 0, "a", id)), one -> 1);
      assertThat(plan(1)).extracting(Wish::from).containsExactly(id + 1);
    }
  }

  @Test
  void aLookCorrectsWhatWasMissedAndForgetsWhatIsGone() {
    lanes.add(job(ADA, 0, "a", 50));
    lanes.add(job(BEA, 0, "a", 7));
    lanes.found(List.of(job(ADA, 0, "a", 2)), lanes.beginLook());

    assertThat(plan(1)).containsExactly(new Wish(lane(ADA, 0, "a"), 2, 1, 1));
  }

  @Test
  void aLookDoesNotForgetWhatWasToldSinceItBegan() {
    long begun = lanes.beginLook();
    lanes.add(job(ADA, 0, "a", 5));
    lanes.found(List.of(), begun);

    assertThat(plan(1)).hasSize(1);
  }

  @Test
  void asksHigherPrioritiesFirstAndOnlyForWhatMayBegin() {
    lanes.add(job(ADA, 0, "a", 1));
    lanes.add(job(ADA, 5, "b", 2));
    lanes.add(job(ADA, 0, "unknown", 3));
    assertThat(plan(4)).extracting(wish -> wish.lane().kind()).containsExactly("b", "a");

    Allowance oneOfB = new Allowance(10, Set.of("a", "b"), Map.of("b", 1));
    assertThat(lanes.plan(4, oneOfB, one -> 1)).extracting(Wish::most).containsExactly(1, 4);
    Allowance noneOfB = new Allowance(10, Set.of("a", "b"), Map.of("b", 0));
    assertThat(lanes.plan(4, noneOfB, one -> 1)).extracting(Wish::most).containsExactly(4);
    Allowance nothing = new Allowance(0, Set.of("a", "b"), Map.of());
    assertThat(lanes.plan(4, nothing, one -> 1)).isEmpty();
  }

  @Test
  void aLimitIsSharedByTheLanesOfItsKind() {
    lanes.add(job(ADA, 0, "a", 1));
    lanes.add(job(BEA, 0, "a", 2));
    Allowance three = new Allowance(100, Set.of("a"), Map.of("a", 3));

    List<Wish> plan = lanes.plan(10, three, one -> 1);

    assertThat(plan.stream().mapToInt(Wish::most).sum()).isEqualTo(3);
  }

  private List<Wish> plan(int most) {
    return lanes.plan(most, ALL, organisation -> 1);
  }

  private static ReadyJob job(UUID organisation, int priority, String kind, long id) {
    return new ReadyJob(lane(organisation, priority, kind), id);
  }

  private static Lane lane(UUID organisation, int priority, String kind) {
    return new Lane("q", organisation, priority, kind);
  }
}
