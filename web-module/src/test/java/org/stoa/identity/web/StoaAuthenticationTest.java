package org.stoa.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoaAuthenticationTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc "})
  void takesTheTokenFromTheHeader(String header) {
    assertThat(StoaAuthentication.token(liveRequest(header))).contains("abc");
  }

  @Test
  void takesAnyOtherHeaderForAWrongToken() {
    assertThat(StoaAuthentication.token(liveRequest("Basic YTpi"))).contains("");
  }

  @Test
  void takesNoTokenFromTheAddressForThatIsWrittenToLogs() {
    assertThat(StoaAuthentication.token(liveRequest(null))).isEmpty();
  }

  /** A request to {@code /ws/live?token=abc}. */
  private static HttpServletRequest liveRequest(String authorization) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> authorization;
                  case "getRequestURI" -> "/ws/live";
                  case "getParameter" -> "abc";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
