package org.stoa.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/studies", "/studies/0199?tab=rows&filter=AGE%20%3E%201", "/api/docs"})
  void leadsBackToOurPages(String wanted) {
    assertThat(ReturnAddress.of(wanted)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "studies",
        "https://example.org/",
        "//example.org/",
        "///example.org",
        "/\\example.org",
        "/a\\..\\b",
        "/a//example.org",
        "/\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/%",
        "/login",
        "/login?from=/",
        "/logout",
        "/api/v1/me"
      })
  void leadsNowhereElse(String wanted) {
    assertThat(ReturnAddress.of(wanted)).isEqualTo("/");
  }
}
