package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.TickingClock;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.JobState;

class HandlerKitTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final TickingClock clock = new TickingClock(NOON);
  private final Letters letters = new Letters();
  private final HandlerKit kit = new HandlerKit(letters, clock);

  /** What is to be sent. */
  public record Letter(String to, int failures) {}

  /** What was sent. */
  public record Sent(String to) {}

  @Handles(
      kind = "test.letter",
      maxAttempts = 3,
      backOffMillis = 60_000,
      finalErrors = UnsupportedOperationException.class)
  private static final class Letters implements JobHandler<Letter, Sent> {

    private final List<String> completed = new ArrayList<>();

    @Override
    public Sent run(Letter letter, JobRun run) throws IOException {
      run.log("to " + letter.to());
      run.checkCancelled();
      if (letter.to() == null) {
        throw new InvalidProblem("to", "is missing");
      }
      if (letter.to().equals("nobody")) {
        throw new UnsupportedOperationException();
      }
      if (run.attempt() <= letter.failures()) {
        throw new IOException("the line is dead");
      }
      return new Sent(letter.to());
    }

    @Override
    public void complete(Letter letter, Sent sent, JobRun run) {
      completed.add(sent.to());
    }
  }

  @Test
  void aHandlerThatFailsAtFirstSucceedsLaterWithoutAnybodyWaiting() {
    HandlerKit.Outcome outcome = kit.run(new Letter("ada", 2));

    assertThat(outcome.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(outcome.attempts()).isEqualTo(3);
    assertThat(outcome.result()).isEqualTo("{\"to\":\"ada\"}");
    assertThat(letters.completed).containsExactly("ada");
    assertThat(Duration.between(NOON, clock.instant())).isGreaterThan(Duration.ofMinutes(1));
  }

  @Test
  void itIsGivenUpAfterItsLastAttempt() {
    HandlerKit.Outcome outcome = kit.run(new Letter("ada", 9));

    assertThat(outcome.state()).isEqualTo(JobState.FAILED);
    assertThat(outcome.attempts()).isEqualTo(3);
    assertThat(letters.completed).isEmpty();
  }

  @Test
  void aProblemAndAFinalErrorEndItAtOnce() {
    assertThat(kit.run(new Letter(null, 0)).attempts()).isEqualTo(1);
    assertThat(kit.run(new Letter("nobody", 0)).attempts()).isEqualTo(1);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void itStopsWhenItIsCancelled() {
    HandlerKit.Outcome outcome = kit.run(new Letter("ada", 0), 1);

    assertThat(outcome.state()).isEqualTo(JobState.CANCELLED);
    assertThat(outcome.told()).containsExactly("to ada");
  }
}
