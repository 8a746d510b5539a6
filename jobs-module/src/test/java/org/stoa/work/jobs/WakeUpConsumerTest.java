package org.stoa.work.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.TextMessage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoa.work.domain.Lane;
import org.stoa.work.domain.ReadyJob;

class WakeUpConsumerTest {

  private static final UUID ADA = new UUID(1, 1);
  private static final Map<String, Object> BODY =
      Map.of(
          "queue",
          "loads",
          "organisation",
          ADA.toString(),
          "priority",
          3,
          "kind",
          "data.load",
          "job",
          17L);

  private final RecordingNode node = new RecordingNode();
  private final WakeUpConsumer consumer = new WakeUpConsumer();

  @BeforeEach
  void giveTheConsumerItsNode() {
    consumer.node = node;
  }

  @Test
  void aMessageNamesTheJobThatIsReady() {
    consumer.onMessage(message(MapMessage.class, (proxy, method, names) -> BODY.get(names[0])));

    ReadyJob told = new ReadyJob(new Lane("loads", ADA, 3, "data.load"), 17);
    assertThat(node.asked()).containsExactly("wake " + told);
  }

  /** Thrown on, it would be delivered again and again; the sweep finds the jobs all the same. */
  @Test
  void aMessageThatCannotBeReadIsDropped() {
    InvocationHandler broken =
        (proxy, method, arguments) -> {
          throw new MessageFormatException("not a wake-up");
        };
    assertThatCode(() -> consumer.onMessage(message(MapMessage.class, broken)))
        .doesNotThrowAnyException();
    assertThatCode(() -> consumer.onMessage(message(TextMessage.class, broken)))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> consumer.onMessage(message(MapMessage.class, (proxy, method, names) -> null)))
        .doesNotThrowAnyException();
    assertThat(node.asked()).isEmpty();
  }

  private static Message message(Class<? extends Message> type, InvocationHandler body) {
    return (Message)
        Proxy.newProxyInstance(Message.class.getClassLoader(), new Class<?>[] {type}, body);
  }
}
