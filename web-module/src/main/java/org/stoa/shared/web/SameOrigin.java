package org.stoa.shared.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a browser says that one of our own pages sent a request. Scripts cannot forge these
 * headers.
 *
 * @param site the header {@code Sec-Fetch-Site}, or null
 * @param origin the header {@code Origin}, or null
 * @param host the header {@code Host}, or null
 */
record SameOrigin(String site, String origin, String host) {

  /** True only when the browser says so. */
  boolean isProven() {
    if (site != null) {
      return site.equals("same-origin");
    }
    return origin != null && isOurs();
  }

  /** True when the browser says that another site's page sent it. */
  boolean isDisproven() {
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    return origin != null && !isOurs();
  }

  private boolean isOurs() {
    return host != null && authority().map(host.toLowerCase(Locale.ROOT)::equals).orElse(false);
  }

  private Optional<String> authority() {
    try {
      return Optional.ofNullable(new URI(origin).getRawAuthority())
          .map(text -> text.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
