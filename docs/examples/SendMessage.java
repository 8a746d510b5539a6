import com.sun.messaging.ConnectionConfiguration;
import com.sun.messaging.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;

/**
 * Sends one message to Stoa by JMS. It needs the client of the broker on its class path, which comes
 * with Payara: imq.jar and jms.jar in mq/lib.
 *
 * <pre>
 * java -cp "$PAYARA/mq/lib/imq.jar:$PAYARA/mq/lib/jms.jar" SendMessage.java 127.0.0.1:7676 \
 *   '{"kind": "work.echo", "payload": {"text": "hello"}, "key": "order-7",
 *     "organisation": "…", "token": "…"}'
 * </pre>
 */
public class SendMessage {

  public static void main(String[] arguments) throws JMSException {
    ConnectionFactory connections = new ConnectionFactory();
    connections.setProperty(ConnectionConfiguration.imqAddressList, arguments[0]);
    try (JMSContext context = connections.createContext("guest", "guest")) {
      // Persistent, which is the default: the broker has it on disk when send returns.
      context.createProducer().send(context.createQueue("stoa.inbound"), arguments[1]);
    }
    System.out.println("Sent.");
  }
}
