package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;

/** A payload that could not be read when the job runs is refused when the application starts. */
class PayloadRecordsTest {

  /** Made in two ways, and does not say which of them reads. */
  public record TwoWays(String text) {

    public TwoWays() {
      this("");
    }
  }

  /** Made in two ways, and says which of them reads. */
  public record Told(String text) {

    @JsonbCreator
    public Told {}

    public Told() {
      this("");
    }
  }

  /** Has the first within it, and itself. */
  public record Outer(List<TwoWays> inner, List<Outer> others) {}

  @Handles(kind = "test.twoways")
  private static final class Handler implements JobHandler<Outer, Void> {

    @Override
    public Void run(Outer payload, JobRun run) {
      return null;
    }
  }

  @Test
  void aRecordWithSeveralConstructorsMustSayWhichOneReads() {
    assertThatThrownBy(() -> PayloadRecords.requireReadable(TwoWays.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TwoWays has several constructors");
    assertThatCode(() -> PayloadRecords.requireReadable(Told.class)).doesNotThrowAnyException();
  }

  @Test
  void aHandlerOfSuchPayloadsDoesNotStart() {
    assertThatThrownBy(() -> new HandlerRegistry().add(Handler.class, new Handler()))
        .hasMessageContaining("TwoWays has several constructors");
  }
}
