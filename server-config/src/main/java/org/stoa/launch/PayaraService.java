package org.stoa.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payara with a domain of its own in the state directory: one of the servers of the stack. */
final class PayaraService implements Service {

  private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";
  private static final Duration START_PATIENCE = Duration.ofMinutes(10);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(45);

  private final int number;
  private final boolean sharesBroker;
  private final StateDirectory state;
  private final Distribution distribution;
  private final Secrets secrets;
  private final Map<String, String> environment;
  private final Settings settings;
  private final Jdk jdk = Jdk.current();
  private final PayaraDomain domain;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private PayaraInstallation installation;
  private Process server;

  /**
   * A server that does not run.
   *
   * @param number which of the stack it is, from 1
   */
  PayaraService(StackOptions options, Settings settings, int number) {
    this.number = number;
    this.sharesBroker = options.servers() > 1;
    this.state = options.state();
    this.distribution = options.distribution();
    this.secrets = settings.secrets();
    this.settings = settings;
    this.environment = settings.environment();
    this.domain = new PayaraDomain(state.domains(number));
  }

  @Override
  public String name() {
    return number == 1 ? "server" : "server " + number;
  }

  /** What starting the application on it is called. */
  String application() {
    return number == 1 ? "application" : "application " + number;
  }

  /** Unpacks the server and makes its domain, if there is none of this configuration. */
  void prepare(Steps steps) throws IOException {
    unpack(steps);
    prepareDomain(steps, this::configure);
  }

  /** As the other, with a copy of the domain of a server that is prepared and does not run. */
  void prepareLike(PayaraService first, Steps steps) throws IOException {
    unpack(steps);
    prepareDomain(steps, () -> domain.replaceByCopyOf(first.domain));
  }

  private void unpack(Steps steps) throws IOException {
    installation =
        Files.isDirectory(state.payara().resolve(distribution.payaraVersion()))
            ? PayaraInstallation.unpacked(distribution, state.payara())
            : steps.run(
                "server files", () -> PayaraInstallation.unpacked(distribution, state.payara()));
    writePasswordFile();
  }

  private void prepareDomain(Steps steps, Making making) throws IOException {
    String fingerprint = Configuration.fingerprint(distribution, sharesBroker);
    if (!domain.isMadeFrom(fingerprint)) {
      steps.run(
          name() + " configuration",
          () -> {
            making.make();
            domain.madeFrom(fingerprint);
            return null;
          });
    }
  }

  /** Makes a domain. */
  private interface Making {
    void make() throws IOException, InterruptedException;
  }

  private void configure() throws IOException, InterruptedException {
    domain.putAside();
    asadmin()
        .run(
            List.of(
                "create-domain",
                "--domaindir",
                domain.parent().toString(),
                "--checkports=false",
                "--domainproperties",
                "domain.adminPort=%d:domain.instancePort=%d:jms.port=%d:orb.listener.port=%d"
                        .formatted(
                            settings.port(Port.ADMIN),
                            settings.port(Port.HTTP),
                            settings.port(Port.JMS),
                            settings.port(Port.IIOP))
                    + ":http.ssl.port=%d:domain.jmxPort=%d:osgi.shell.telnet.port=%d"
                        .formatted(Ports.anyFree(), Ports.anyFree(), Ports.anyFree())
                    + ":orb.ssl.port=%d:orb.mutualauth.port=%d"
                        .formatted(Ports.anyFree(), Ports.anyFree()),
                PayaraDomain.NAME));
    domain.furnish(distribution.drivers());
    start();
    Path commands = state.run().resolve("stoa.asadmin");
    Files.writeString(commands, Configuration.commands(sharesBroker));
    administer("multimode", "--file", commands.toString());
    stop();
    domain.takeOver();
  }

  /** Starts the server and returns when it can be administered; applications come later. */
  @Override
  public void start() throws IOException, InterruptedException {
    CommandLine line = CommandLine.of(asadmin(), domain);
    ProcessBuilder builder =
        new ProcessBuilder(marked(line.arguments()))
            .directory(domain.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(state.serverOutput(number).toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("AS_JAVA", jdk.home().toString());
    server = builder.start();
    Processes.remember(state.serverProcess(number), server.toHandle());
    try (OutputStream passwords = server.getOutputStream()) {
      passwords.write(
          ("AS_ADMIN_MASTERPASSWORD=" + secrets.password("payara.master.password") + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    Waiting.upTo(START_PATIENCE)
        .until(this::isAdministrable, server::isAlive, "Payara did not start: see " + domain.log());
  }

  private List<String> marked(List<String> arguments) {
    List<String> marked = new ArrayList<>(arguments);
    marked.add(1, mark(state));
    marked.addAll(marked.indexOf(MAIN_CLASS), options());
    return marked;
  }

  private boolean isAdministrable() {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/__asadmin/version".formatted(settings.port(Port.ADMIN))))
            .header("X-Requested-By", "stoa")
            .header("Authorization", "Basic " + basicCredentials())
            .timeout(Duration.ofSeconds(30))
            .build();
    return answersOk(request);
  }

  private boolean answersOk(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String basicCredentials() {
    return Base64.getEncoder()
        .encodeToString(("admin:" + adminPassword()).getBytes(StandardCharsets.UTF_8));
  }

  /** Where the broker that is embedded in the server has its messages. */
  Path messages() {
    return domain.root().resolve("imq");
  }

  /** The server's files, once they are unpacked. */
  PayaraInstallation installation() {
    return installation;
  }

  /** Starts the server; it loads the application itself, unless that has changed. */
  void startFor(Optional<Path> ear) throws IOException, InterruptedException {
    if (!domain.holds(ear)) {
      domain.forgetApplication();
    }
    start();
  }

  /** Returns when the application is ready; deploys it if the server has not got it. */
  void serve(Path ear) throws IOException, InterruptedException {
    if (!domain.holds(Optional.of(ear))) {
      administer("deploy", "--name", PayaraDomain.APPLICATION, ear.toString());
      domain.holdsNow(ear);
    }
    Waiting.upTo(START_PATIENCE)
        .until(this::isReady, server::isAlive, "The application is not ready: see " + domain.log());
  }

  /** Deploys an application in place of the one that runs. */
  void replaceApplication(Path ear) throws IOException, InterruptedException {
    domain.holdsUnknown();
    administer("deploy", "--force=true", "--name", PayaraDomain.APPLICATION, ear.toString());
  }

  /** Takes the application away. */
  void undeploy() throws IOException, InterruptedException {
    domain.holdsUnknown();
    administer("undeploy", PayaraDomain.APPLICATION);
  }

  /** Runs a command of the administration against the running server. */
  private void administer(String... command) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("--port");
    arguments.add(Integer.toString(settings.port(Port.ADMIN)));
    arguments.addAll(List.of(command));
    asadmin().run(arguments);
  }

  private boolean isReady() {
    return answersOk(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/health/ready".formatted(settings.port(Port.HTTP))))
            .timeout(Duration.ofSeconds(10))
            .build());
  }

  @Override
  public void stop() {
    if (server != null) {
      Processes.stop(server.toHandle(), STOP_PATIENCE);
      server = null;
    }
  }

  void kill() {
    server.destroyForcibly();
    Processes.waitFor(server.toHandle(), STOP_PATIENCE);
  }

  @Override
  public boolean hasDied() {
    return server != null && !server.isAlive();
  }

  Optional<ProcessHandle> process() {
    return Optional.ofNullable(server).map(Process::toHandle);
  }

  /** A server of this state directory, if it runs. */
  static Optional<ProcessHandle> running(StateDirectory state, int number) {
    return Processes.remembered(state.serverProcess(number), mark(state));
  }

  /** What the person adds: {@code STOA_JVM_OPTIONS}, separated by spaces. */
  private List<String> options() {
    String options = environment.getOrDefault("STOA_JVM_OPTIONS", "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  /** Stands early on the command line, so that the process is recognised. */
  private static String mark(StateDirectory state) {
    return "-Dstoa.state=" + state.root();
  }

  String adminPassword() {
    return secrets.password("payara.admin.password");
  }

  Path passwordFile() {
    return state.root().resolve("admin-password");
  }

  /** Where the application answers. */
  URI address() {
    return URI.create("http://localhost:" + settings.port(Port.HTTP) + "/");
  }

  Path log() {
    return domain.log();
  }

  private void writePasswordFile() {
    StateDirectory.writePrivately(
        passwordFile(),
        "AS_ADMIN_PASSWORD=%s%nAS_ADMIN_MASTERPASSWORD=%s%n"
            .formatted(adminPassword(), secrets.password("payara.master.password")));
  }

  private Asadmin asadmin() {
    return new Asadmin(jdk, installation, passwordFile(), environment);
  }
}
