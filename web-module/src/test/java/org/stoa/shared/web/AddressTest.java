package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login", "/assets/abc/stoa.css", "/api/v1/auth/token", "/api/docs", "/api/docs/init.js",
        "/health", "/health/ready", "/openapi", "/metrics", "/jakarta.faces.resource/x.js.xhtml"
      })
  void isOpen(String path) {
    assertThat(new Address(path).isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/studies",
        "/api/v1/me",
        "/api/v1",
        "/api/v1/authors",
        "/loginx",
        "/ws/live",
        "/pages/login.xhtml",
        "/api/v1/studies/auth",
        "/resources/stoa/stoa.css"
      })
  void isClosed(String path) {
    assertThat(new Address(path).isOpen()).isFalse();
  }

  @Test
  void knowsWhoIsOnTheOtherSide() {
    assertThat(new Address("/api/v1/me").isForPrograms()).isTrue();
    assertThat(new Address("/api/v2/me").isForPrograms()).isTrue();
    assertThat(new Address("/api/v2/me").isKnownApi()).isFalse();
    assertThat(new Address("/ws/live").isForPrograms()).isTrue();
    assertThat(new Address("/ws/live").isApi()).isFalse();
    assertThat(new Address("/api/docs").isForPrograms()).isFalse();
    assertThat(new Address("/apis").isApi()).isFalse();
  }

  @Test
  void knowsWhichMethodsChangeSomething() {
    assertThat(Address.isUnsafe("GET")).isFalse();
    assertThat(Address.isUnsafe("post")).isTrue();
    assertThat(Address.isUnsafe("WHATEVER")).isTrue();
  }
}
