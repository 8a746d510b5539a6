package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  @ParameterizedTest
  @CsvSource({
    "same-origin, , stoa.example.org",
    "same-origin, https://evil.example.net, stoa.example.org",
    ", https://stoa.example.org, stoa.example.org",
    ", http://LOCALHOST:8080, localhost:8080"
  })
  void isProvenByTheBrowser(String site, String origin, String host) {
    SameOrigin sent = new SameOrigin(site, origin, host);

    assertThat(sent.isProven()).isTrue();
    assertThat(sent.isDisproven()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, , stoa.example.org",
    "same-site, https://stoa.example.org, stoa.example.org",
    ", https://evil.example.net, stoa.example.org",
    ", https://stoa.example.org.evil.net, stoa.example.org",
    ", https://stoa.example.org:444, stoa.example.org",
    ", null, stoa.example.org",
    ", ':', stoa.example.org",
    ", https://stoa.example.org, "
  })
  void isDisprovenByTheBrowser(String site, String origin, String host) {
    SameOrigin sent = new SameOrigin(site, origin, host);

    assertThat(sent.isProven()).isFalse();
    assertThat(sent.isDisproven()).isTrue();
  }

  @Test
  void isNeitherWhenTheBrowserSaysNothing() {
    SameOrigin silent = new SameOrigin(null, null, "stoa.example.org");
    SameOrigin typed = new SameOrigin("none", null, "stoa.example.org");

    assertThat(silent.isProven()).isFalse();
    assertThat(silent.isDisproven()).isFalse();
    assertThat(typed.isProven()).isFalse();
    assertThat(typed.isDisproven()).isFalse();
  }
}
