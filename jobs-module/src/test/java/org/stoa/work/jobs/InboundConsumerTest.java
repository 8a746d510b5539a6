package org.stoa.work.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.InboundDelivery;
import org.stoa.work.InboundMessages;

class InboundConsumerTest {

  private static final byte[] BYTES = "{\"grüße\": 1}".getBytes(StandardCharsets.UTF_8);

  private final Received messages = new Received();
  private final InboundConsumer consumer = new InboundConsumer();

  @BeforeEach
  void giveTheConsumerItsRoom() {
    consumer.messages = messages;
  }

  @Test
  void handsOnTextUnderTheIdOfTheBroker() {
    consumer.onMessage(message(TextMessage.class, "{}"));

    assertThat(messages.deliveries).containsExactly(InboundDelivery.text("ID:1", "{}"));
    assertThat(messages.actors).extracting(Actor::kind).containsExactly(Actor.Kind.SYSTEM);
  }

  @Test
  void readsBytesAsUtf8() {
    consumer.onMessage(message(BytesMessage.class, null));

    assertThat(messages.deliveries).containsExactly(InboundDelivery.text("ID:1", "{\"grüße\": 1}"));
  }

  @Test
  void whatCannotBeReadIsHandedOnAsSuchAndNotDeliveredForEver() {
    consumer.onMessage(message(MapMessage.class, null));
    consumer.onMessage(message(TextMessage.class, new JMSException("torn")));

    assertThat(messages.deliveries)
        .extracting(InboundDelivery::fault)
        .containsExactly(
            "It is neither a message of text nor one of bytes.",
            "The broker cannot read its body: torn");
  }

  @Test
  void whatCannotBeStoredNowIsThrownSoThatItIsDeliveredAgain() {
    messages.outage = new IllegalStateException("the database is away");

    assertThatThrownBy(() -> consumer.onMessage(message(TextMessage.class, "{}")))
        .isSameAs(messages.outage);
  }

  /** With the usual six attempts an outage of a few seconds would send messages to the dead. */
  @Test
  void deliveriesAreRepeatedWithoutEndAndWithAPause() {
    Map<String, String> activation =
        Arrays.stream(InboundConsumer.class.getAnnotation(MessageDriven.class).activationConfig())
            .collect(
                Collectors.toMap(
                    ActivationConfigProperty::propertyName,
                    ActivationConfigProperty::propertyValue));

    assertThat(activation)
        .containsEntry("endpointExceptionRedeliveryAttempts", "" + Integer.MAX_VALUE)
        .containsEntry("endpointExceptionRedeliveryInterval", "2000");
  }

  /** A message of the kind, whose text is the body; or cannot be read, if that is an exception. */
  private static Message message(Class<? extends Message> kind, Object body) {
    return (Message)
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getJMSMessageID" -> "ID:1";
                  case "getBodyLength" -> (long) BYTES.length;
                  case "readBytes" -> {
                    System.arraycopy(BYTES, 0, (byte[]) arguments[0], 0, BYTES.length);
                    yield BYTES.length;
                  }
                  default -> {
                    if (body instanceof JMSException torn) {
                      throw torn;
                    }
                    yield body;
                  }
                });
  }

  private static final class Received extends InboundMessages {

    private final List<InboundDelivery> deliveries = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private RuntimeException outage;

    @Override
    public void receive(InboundDelivery delivery) {
      if (outage != null) {
        throw outage;
      }
      deliveries.add(delivery);
      actors.add(CallContext.requiredActor());
    }
  }
}
