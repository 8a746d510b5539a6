package org.stoa.system.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Another system that speaks STOMP, with nothing but a socket. */
public final class StompClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Socket socket;
  private final InputStream in;

  private StompClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
  }

  /** Connects as a guest to the bridge of a broker on this machine. */
  public static StompClient connected(int port) throws IOException {
    StompClient client = new StompClient(new Socket(InetAddress.getLoopbackAddress(), port));
    client.write("CONNECT\nlogin:guest\npasscode:guest\n\n");
    assertThat(client.frame()).startsWith("CONNECTED");
    return client;
  }

  /** Sends a text, and returns when the broker has it. */
  public void send(String destination, String body) throws IOException {
    write("SEND\ndestination:" + destination + "\npersistent:true\nreceipt:sent\n\n" + body);
    assertThat(frame()).startsWith("RECEIPT");
  }

  /** Hears from now on what is sent to the destination and fits the selector. */
  public void subscribe(String destination, String selector) throws IOException {
    write(
        "SUBSCRIBE\ndestination:%s\nselector:%s\nack:auto\nid:1\nreceipt:subscribed\n\n"
            .formatted(destination, selector));
    assertThat(frame()).startsWith("RECEIPT");
  }

  /** The next frame: its command, its headers, an empty line and its body. */
  public String frame() throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    int next = in.read();
    while (next == '\n') {
      next = in.read();
    }
    while (next > 0) {
      frame.write(next);
      next = in.read();
    }
    assertThat(next).as("the end of " + frame).isZero();
    return frame.toString(StandardCharsets.UTF_8);
  }

  private void write(String frame) throws IOException {
    socket.getOutputStream().write((frame + "\0").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
