package org.stoa.operations.gateway;

import jakarta.annotation.Resource;
import jakarta.mail.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Connects to the mail server, waits for its greeting, and takes leave. */
public class Mail implements Look {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int SMTP_PORT = 25;

  @Resource(lookup = "mail/stoa")
  private Session session;

  @Override
  public Map<String, String> atIt() throws IOException {
    String greeting = greeting(host(), port());
    if (greeting == null || !greeting.startsWith("220")) {
      throw new IllegalStateException("the mail server does not greet");
    }
    return Map.of();
  }

  private static String greeting(String host, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String greeting = answers.readLine();
      socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      return greeting;
    }
  }

  private String host() {
    String host = session.getProperty("mail.smtp.host");
    return host == null ? session.getProperty("mail.host") : host;
  }

  private int port() {
    String port = session.getProperty("mail.smtp.port");
    return port == null ? SMTP_PORT : Integer.parseInt(port);
  }
}
