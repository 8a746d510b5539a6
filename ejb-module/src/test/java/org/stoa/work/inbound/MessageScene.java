package org.stoa.work.inbound;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.MapConfig;
import org.stoa.shared.Settings;
import org.stoa.shared.UnauthenticatedProblem;
import org.stoa.work.Handles;
import org.stoa.work.InboundDelivery;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.MachineAccounts;
import org.stoa.work.engine.OpenKinds;
import org.stoa.work.engine.PayloadForms;

/** A system that sends messages with a token, and what it may do. */
final class MessageScene implements MachineAccounts {

  static final String GOOD = "eyJhbGciOiJIUzI1NiJ9.good.token-abcd";
  static final String EXPIRED = "eyJhbGciOiJIUzI1NiJ9.expired.token-wxyz";

  /** What is to be printed. */
  public record Print(String text, int copies) {}

  @Handles(kind = "test.print", openTo = "test.print")
  static final class PrintHandler implements JobHandler<Print, String> {
    @Override
    public String run(Print payload, JobRun run) {
      return "printed";
    }
  }

  @Handles(kind = "test.closed")
  static final class ClosedHandler implements JobHandler<Print, String> {
    @Override
    public String run(Print payload, JobRun run) {
      return "never";
    }
  }

  final UUID organisation = Ids.next();
  final PayloadForms forms = OpenKinds.of(new PrintHandler(), new ClosedHandler());
  private final Map<String, Set<String>> permissions = new HashMap<>();
  RuntimeException outage;

  MessageScene() {
    permissions.put(GOOD, Set.of("work.inbound.send", "test.print"));
  }

  MessageReader reader() {
    return new MessageReader(forms, this, settings(new MapConfig(Map.of())));
  }

  static InboundSettings settings(Config config) {
    return new InboundSettings(new Settings(config));
  }

  void tokenMay(String... patterns) {
    permissions.put(GOOD, Set.of(patterns));
  }

  String message() {
    return message("\"key\": \"order-7\", ");
  }

  String message(String more) {
    return """
        {"kind": "test.print", %s"payload": {"text": "hey", "copies": 2},
         "organisation": "%s", "token": "%s"}
        """
        .formatted(more, organisation, GOOD);
  }

  static InboundDelivery delivery(String text) {
    return InboundDelivery.text("ID:" + Ids.next(), text);
  }

  @Override
  public Actor sender(String token) {
    if (outage != null) {
      throw outage;
    }
    if (!permissions.containsKey(token)) {
      throw new UnauthenticatedProblem(
          token.equals(EXPIRED)
              ? "The access token has expired."
              : "The access token is not valid.");
    }
    return new Actor(Ids.next(), organisation, "press", Actor.Kind.MACHINE, permissions.get(token));
  }

  @Override
  public Optional<UUID> organisation(String token) {
    return token.equals(GOOD) || token.equals(EXPIRED)
        ? Optional.of(organisation)
        : Optional.empty();
  }
}
