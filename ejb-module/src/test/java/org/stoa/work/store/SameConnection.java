package org.stoa.work.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Gives one connection again and again, as a container does within a transaction. */
public final class SameConnection extends TestSource {

  private final Connection shared;

  /** Over one connection. */
  public SameConnection(Connection connection) {
    shared = connection;
  }

  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(shared, arguments));
  }
}
