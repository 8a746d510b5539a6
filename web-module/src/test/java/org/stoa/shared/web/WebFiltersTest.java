package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebFiltersTest {

  private final List<String> passed = new ArrayList<>();

  @Test
  void leadThroughInTheirOrderAndThenOn() throws Exception {
    WebFilters.through(
        List.of(passing("first"), passing("second")),
        null,
        null,
        (request, response) -> passed.add("resource"));

    assertThat(passed).containsExactly("first", "second", "resource", "/second", "/first");
  }

  @Test
  void stopWhereOneAnswers() throws Exception {
    Filter answering = (request, response, chain) -> passed.add("answer");

    WebFilters.through(
        List.of(passing("first"), answering, passing("third")),
        null,
        null,
        (request, response) -> passed.add("resource"));

    assertThat(passed).containsExactly("first", "answer", "/first");
  }

  private Filter passing(String name) {
    return (request, response, chain) -> {
      passed.add(name);
      chain.doFilter(request, response);
      passed.add("/" + name);
    };
  }
}
