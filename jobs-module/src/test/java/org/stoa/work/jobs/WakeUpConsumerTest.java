package org.stoa.work.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakeUpConsumerTest {

  private final RecordingNode node = new RecordingNode();
  private final WakeUpConsumer consumer = new WakeUpConsumer();

  @BeforeEach
  void giveTheConsumerItsNode() {
    consumer.node = node;
  }

  @Test
  void theTextOfAMessageNamesTheQueueThatIsWoken() {
    consumer.onMessage(message((proxy, method, arguments) -> "data"));
    assertThat(node.asked()).containsExactly("wake data");
  }

  /** Thrown on, it would be delivered again and again; the sweep finds the jobs all the same. */
  @Test
  void aMessageThatCannotBeReadIsDropped() {
    Message bytes =
        message(
            (proxy, method, arguments) -> {
              throw new MessageFormatException("not a text");
            });
    assertThatCode(() -> consumer.onMessage(bytes)).doesNotThrowAnyException();
    assertThat(node.asked()).isEmpty();
  }

  private static Message message(InvocationHandler body) {
    return (Message)
        Proxy.newProxyInstance(
            Message.class.getClassLoader(), new Class<?>[] {Message.class}, body);
  }
}
