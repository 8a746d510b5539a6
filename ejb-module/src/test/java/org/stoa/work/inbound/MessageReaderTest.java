package org.stoa.work.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.stoa.work.inbound.MessageScene.EXPIRED;
import static org.stoa.work.inbound.MessageScene.GOOD;
import static org.stoa.work.inbound.MessageScene.delivery;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.shared.Actor;
import org.stoa.work.InboundDelivery;
import org.stoa.work.domain.Acceptance;
import org.stoa.work.domain.Refusal;

class MessageReaderTest {

  private static final UUID NOBODY = Actor.installation().organisation();

  private final MessageScene scene = new MessageScene();
  private final MessageReader reader = scene.reader();

  @Test
  void takesAMessageThatFitsInTheNameOfItsSender() {
    assertThat(reader.judge(delivery(scene.message())))
        .asInstanceOf(type(Acceptance.class))
        .satisfies(
            taken -> {
              assertThat(taken.payload()).isEqualTo(new MessageScene.Print("hey", 2));
              assertThat(taken.sender().name()).isEqualTo("press");
              assertThat(taken.letter().key()).isEqualTo("order-7");
            });
  }

  @Test
  void neverKeepsTheToken() {
    assertThat(reader.judge(delivery(scene.message())).letter().toString())
        .doesNotContain(GOOD)
        .contains("…abcd");
    assertThat(refused("{\"token\": \"" + GOOD).letter().content())
        .doesNotContain("good")
        .contains("…");
    assertThat(refused("token=" + GOOD + " kind=x").letter().content()).isEqualTo("token=… kind=x");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                 | It stops being JSON at line 1",
        "[]                       | It is JSON, but no object.",
        "{} {}                    | It stops being JSON at line 1, column 4.",
        "{                        | It stops being JSON",
        "{}                       | kind is missing; payload is missing; organisation must be the"
            + " id of an organisation; token is missing.",
        "{\"kynd\": \"x\"}        | kynd is not a member of a message",
        "{\"kind\": 7}            | kind is missing",
        "{\"key\": 7}             | key is missing",
        "{\"organisation\": \"x\"} | organisation must be the id",
      })
  void refusesWhatIsNoMessageAndTellsNobodysPeople(String text, String reason) {
    Refusal refusal = refused(text);

    assertThat(refusal.reason()).contains(reason).endsWith(".");
    assertThat(refusal.organisation()).isEqualTo(NOBODY);
  }

  @Test
  void refusesWhatIsTooLargeAndKeepsItsStart() {
    Refusal refusal = refused("\"" + "ü".repeat(600_000) + "\"");

    assertThat(refusal.reason()).contains("It has 1200002 bytes, and at most 1048576 are taken.");
    assertThat(refusal.letter().complete()).isFalse();
    assertThat(refusal.letter().content()).hasSize(10_000);
  }

  @Test
  void refusesABodyThatCannotBeRead() {
    assertThat(reader.judge(InboundDelivery.bytes("ID:1", new byte[] {(byte) 0xff})))
        .asInstanceOf(type(Refusal.class))
        .extracting(Refusal::reason)
        .isEqualTo("Its bytes are not UTF-8.");
  }

  @Test
  void refusesATokenOfNobody() {
    Refusal refusal = refused(scene.message().replace(GOOD, "made-up"));

    assertThat(refusal.reason()).isEqualTo("The access token is not valid.");
    assertThat(refusal.organisation()).isEqualTo(NOBODY);
    assertThat(refusal.letter().content()).doesNotContain("made-up");
  }

  @Test
  void anExpiredTokenIsRefusedAndStillTellsWhosePeopleDecide() {
    Refusal refusal = refused(scene.message().replace(GOOD, EXPIRED));

    assertThat(refusal.reason()).isEqualTo("The access token has expired.");
    assertThat(refusal.organisation()).isEqualTo(scene.organisation);
  }

  @Test
  void refusesAnotherOrganisationThanThatOfTheToken() {
    String other = UUID.randomUUID().toString();
    Refusal refusal = refused(scene.message().replace(scene.organisation.toString(), other));

    assertThat(refusal.reason()).isEqualTo("organisation is not the organisation of the token.");
    assertThat(refusal.organisation()).isEqualTo(scene.organisation);
    assertThat(refusal.sender()).isEqualTo("press");
  }

  @Test
  void refusesASenderWhoMayNotSendOrNotThisKind() {
    scene.tokenMay("test.print");
    assertThat(refused(scene.message()).reason()).contains("work.inbound.send");
    scene.tokenMay("work.inbound.send");
    assertThat(refused(scene.message()).reason()).contains("test.print");
  }

  @Test
  void refusesAKindThatNobodyDoesOrThatIsNotOpen() {
    assertThat(refused(scene.message().replace("test.print", "test.paint")).reason())
        .contains("no handler for jobs of the kind test.paint");
    assertThat(refused(scene.message().replace("test.print", "test.closed")).reason())
        .contains("test.closed, which is not taken from outside");
  }

  @Test
  void refusesAPayloadThatDoesNotFitTheHandlersRecord() {
    assertThat(refused(scene.message().replace("2}", "\"2\", \"side\": 1}")).reason())
        .contains("payload.copies must be a whole number")
        .contains("payload.side is not a member that the kind takes");
  }

  @Test
  void anOutageIsNoReasonToRefuse() {
    scene.outage = new IllegalStateException("the database is away");

    assertThatThrownBy(() -> reader.judge(delivery(scene.message()))).isSameAs(scene.outage);
  }

  private Refusal refused(String text) {
    return assertThat(reader.judge(delivery(text))).asInstanceOf(type(Refusal.class)).actual();
  }
}
