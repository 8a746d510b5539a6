package org.stoa.work.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.stoa.work.store.TestSource;

/**
 * What the container gives the engine, without a container: connections that are kept, and
 * transactions that are bound to the thread.
 */
public final class PlainTransactions extends TestSource {

  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private final DataSource source;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  PlainTransactions(DataSource source) {
    this.source = source;
  }

  /** Commits if it returns, rolls back if it throws. */
  public <T> T inTransaction(Supplier<T> work) {
    try {
      Connection connection = take();
      connection.setAutoCommit(false);
      CURRENT.set(connection);
      boolean done = false;
      try {
        T result = work.get();
        connection.commit();
        done = true;
        return result;
      } finally {
        CURRENT.remove();
        if (done) {
          connection.setAutoCommit(true);
          idle.push(connection);
        } else {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection bound = CURRENT.get();
    return bound == null ? borrowed(take(), true) : borrowed(bound, false);
  }

  private Connection take() throws SQLException {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (!kept.isClosed() && kept.isValid(2)) {
        return kept;
      }
    }
    return source.getConnection();
  }

  private Connection borrowed(Connection connection, boolean giveBack) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (giveBack) {
                  idle.push(connection);
                }
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
