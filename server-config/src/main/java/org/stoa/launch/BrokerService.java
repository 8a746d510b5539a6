package org.stoa.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * OpenMQ as a process of its own, which several servers share. Its messages are where the broker
 * within the first server has them, so that none is lost when a second server comes or goes.
 */
final class BrokerService implements Service {

  private static final String MAIN_CLASS = "com.sun.messaging.jmq.jmsserver.Broker";
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final int CONNECT_MILLIS = 1_000;

  private final StateDirectory state;
  private final PayaraService server;
  private final Settings settings;
  private final Jdk jdk = Jdk.current();
  private Process broker;

  /**
   * A broker that does not run.
   *
   * @param server whose files and messages it uses
   */
  BrokerService(StateDirectory state, PayaraService server, Settings settings) {
    this.state = state;
    this.server = server;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public void start() throws IOException {
    Files.createDirectories(server.messages().resolve("instances"));
    Path log = state.logs().resolve("broker.out");
    broker =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Processes.remember(pid(state), broker.toHandle());
    Waiting.upTo(START_PATIENCE)
        .until(this::takesConnections, broker::isAlive, "The broker did not start: see " + log);
  }

  private List<String> command() {
    Path home = server.installation().home().resolve("mq");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            jdk.java(),
            mark(state),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-Dimq.home=" + home,
            "-Dimq.varhome=" + server.messages(),
            "-Dimq.etchome=" + home.resolve("etc"),
            "-Dimq.libhome=" + home.resolve("lib"),
            "-cp",
            home.resolve("lib/imqbroker.jar") + ":" + home.resolve("lib/imqutil.jar"),
            MAIN_CLASS,
            "-name",
            "imqbroker",
            "-port",
            Integer.toString(settings.port(Port.JMS))));
    properties().forEach(property -> command.add("-D" + property));
    return command;
  }

  /** As the embedded broker has them in the asadmin file. */
  private List<String> properties() {
    return List.of(
        "imq.hostname=127.0.0.1",
        "imq.persist.file.sync.enabled=true",
        "imq.bridge.enabled=true",
        "imq.bridge.activelist=stomp",
        "imq.bridge.stomp.hostname=127.0.0.1",
        "imq.bridge.stomp.tcp.port=" + settings.port(Port.STOMP),
        "imq.bridge.admin.user=admin",
        "imq.bridge.admin.password=admin");
  }

  /** The broker tells on its port which services it has, one on each line. */
  private boolean takesConnections() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port(Port.JMS)),
          CONNECT_MILLIS);
      socket.setSoTimeout(CONNECT_MILLIS);
      String services =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return services.lines().anyMatch(line -> line.startsWith("jms tcp "));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    if (broker != null) {
      Processes.stop(broker.toHandle(), STOP_PATIENCE);
      broker = null;
    }
  }

  /** Kills it as a power cut would. */
  void kill() {
    broker.destroyForcibly();
    Processes.waitFor(broker.toHandle(), STOP_PATIENCE);
  }

  @Override
  public boolean hasDied() {
    return broker != null && !broker.isAlive();
  }

  /** The broker of this state directory, if it runs. */
  static Optional<ProcessHandle> running(StateDirectory state) {
    return Processes.remembered(pid(state), mark(state));
  }

  private static Path pid(StateDirectory state) {
    return state.run().resolve("broker.pid");
  }

  private static String mark(StateDirectory state) {
    return "-Dstoa.broker=" + state.root();
  }
}
