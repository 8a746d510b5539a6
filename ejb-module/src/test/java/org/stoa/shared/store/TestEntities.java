package org.stoa.shared.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;

/**
 * The persistence unit of the application over a {@link TestDatabase}, as the application's role.
 * Each action is a transaction with a persistence context of its own, on behalf of the current
 * actor, as a call from outside is.
 */
public final class TestEntities implements AutoCloseable {

  private final EntityManagerFactory factory;

  /** Opens the persistence unit. */
  public TestEntities(TestDatabase database) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AvailableSettings.JAKARTA_TRANSACTION_TYPE, "RESOURCE_LOCAL");
    settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database.application());
    settings.put(AvailableSettings.JTA_PLATFORM, NoJtaPlatform.INSTANCE);
    this.factory = Persistence.createEntityManagerFactory("stoa", settings);
  }

  /** Does something in a transaction; a failure rolls it back. */
  public <T> T inTransaction(Function<EntityManager, T> action) {
    try (EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      try {
        T result = action.apply(entities);
        entities.getTransaction().commit();
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
