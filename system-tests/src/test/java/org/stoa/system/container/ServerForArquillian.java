package org.stoa.system.container;

import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.stoa.launch.Stack;
import org.stoa.system.SharedStack;

/** Gives Arquillian the server of the shared stack, with the application taken off it. */
public final class ServerForArquillian implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Preparation.class);
  }

  /** Runs before Arquillian reads its configuration. */
  public static final class Preparation {

    /** Tells where the server is. */
    public void prepare(@Observes(precedence = 1_000) ManagerStarted event) {
      Stack stack = SharedStack.stoa().stack();
      System.setProperty("stoa.test.adminPort", Integer.toString(stack.adminPort()));
      System.setProperty("stoa.test.adminPassword", stack.adminPassword());
      stack.undeploy();
    }
  }
}
