package org.stoa.operations.gateway;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.util.Map;

/** Connects to the message broker and asks who it is. */
public class Broker implements Look {

  @Resource(lookup = "jms/stoaConnectionFactory")
  private ConnectionFactory connections;

  @Override
  public Map<String, String> atIt() throws Exception {
    try (JMSContext context = connections.createContext()) {
      return Map.of("provider", context.getMetaData().getJMSProviderName());
    }
  }
}
