package org.stoa.launch;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;

/** What a person reads when Stoa is ready. */
final class Welcome {

  private Welcome() {}

  /** One line for the launcher's log; its parts are separated by a tab. */
  static String text(Stack stack, Duration took) {
    URI address = stack.address();
    Credentials credentials = stack.credentials();
    return String.join(
        "\t",
        "Ready after %s.".formatted(Event.seconds(took).strip()),
        "",
        "  Application        "
            + stack.addresses().stream().map(URI::toString).collect(Collectors.joining(" ")),
        "  API documentation  " + address.resolve("api/docs"),
        "  Admin console      http://localhost:%d/ (admin, password in %s)"
            .formatted(stack.adminPort(), stack.adminPasswordFile()),
        "",
        "  Sign in as " + credentials.email() + ", password in " + stack.credentialsFile());
  }

  static String forPeople(String text) {
    return text.replace('\t', '\n');
  }
}
