package org.stoa.work.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import org.stoa.shared.MapConfig;
import org.stoa.shared.Settings;
import org.stoa.work.engine.PlainNode;
import org.stoa.work.store.WorkStoreException;

/** A process that works and deals with schedules until it is killed. */
public final class ChaosWorker {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private ChaosWorker() {}

  /**
   * Works.
   *
   * @param arguments the address of the database and the name of the node
   */
  public static void main(String[] arguments) throws InterruptedException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(arguments[0]);
    Settings settings = new Settings(new MapConfig(Map.of("stoa.work.node", arguments[1])));
    PlainNode node = new PlainNode(source, settings);
    ChaosHandlers.all(node.source()).forEach(node::handle);
    startOnceTheDatabaseIsThere(node);
    node.fireSchedules();
    new CountDownLatch(1).await();
  }

  /** A process may be started in the very moment in which the database is away. */
  private static void startOnceTheDatabaseIsThere(PlainNode node) {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptionsMatching(
            thrown -> thrown instanceof WorkStoreException store && store.isOutage())
        .until(
            () -> {
              node.start();
              return true;
            });
  }
}
