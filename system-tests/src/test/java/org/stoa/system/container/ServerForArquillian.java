package org.stoa.system.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.stoa.launch.Stack;
import org.stoa.system.SharedStack;

/** Gives Arquillian the server of the shared stack, with the application taken off it. */
public final class ServerForArquillian implements LoadableExtension {

  private static final String SYSTEM_PROPERTIES =
      "/management/domain/configs/config/server-config/system-property";

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Preparation.class);
  }

  /** Runs before Arquillian reads its configuration. */
  public static final class Preparation {

    /** Tells where the server is. */
    public void prepare(@Observes(precedence = 1_000) ManagerStarted event)
        throws IOException, InterruptedException {
      Stack stack = SharedStack.stoa().stack();
      System.setProperty("stoa.test.adminPort", Integer.toString(stack.adminPort()));
      System.setProperty("stoa.test.adminPassword", stack.adminPassword());
      stack.undeploy();
      tellPort(stack);
    }

    /**
     * Arquillian's adapter reads the port of the application from the server's configuration, where
     * a property stands for it that is an option of the virtual machine; the adapter knows only
     * those that are kept as properties of its configuration.
     */
    private static void tellPort(Stack stack) throws IOException, InterruptedException {
      String administrator = "admin:" + stack.adminPassword();
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + stack.adminPort() + SYSTEM_PROPERTIES))
              .header("X-Requested-By", "stoa")
              .header("Accept", "application/json")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder()
                          .encodeToString(administrator.getBytes(StandardCharsets.UTF_8)))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "target=server-config&id=stoa.port.http=" + stack.httpPort()))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("The port could not be told: " + answer.body());
      }
    }
  }
}
