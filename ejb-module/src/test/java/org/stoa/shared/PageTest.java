package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void endsWithTheCursorOfItsLastItemWhenThereIsMore() {
    Page<Integer> page = Page.of(List.of(1, 2, 3), 2, item -> "after " + item);

    assertThat(page.items()).containsExactly(1, 2);
    assertThat(page.next()).contains("after 2");
  }

  @Test
  void hasNoCursorWhenItIsTheLast() {
    assertThat(Page.of(List.of(1, 2), 2, item -> "after " + item).next()).isEmpty();
    assertThat(Page.of(List.<Integer>of(), 2, item -> "after " + item).next()).isEmpty();
  }

  @Test
  void keepsTheCursorWhenItsItemsAreTurnedIntoOthers() {
    Page<String> page = Page.of(List.of(1, 2, 3), 2, String::valueOf).map(item -> "n" + item);

    assertThat(page.items()).containsExactly("n1", "n2");
    assertThat(page.next()).contains("2");
  }

  @Test
  void hasFiftyItemsWhenNothingIsAsked() {
    PageRequest request = PageRequest.of(null, " ");

    assertThat(request.limit()).isEqualTo(50);
    assertThat(request.after()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
  void refusesALimitOutOfRange(int limit) {
    assertThatThrownBy(() -> PageRequest.of(limit, null))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("limit");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void acceptsALimitInRange(int limit) {
    assertThat(PageRequest.of(limit, "x").limit()).isEqualTo(limit);
  }
}
