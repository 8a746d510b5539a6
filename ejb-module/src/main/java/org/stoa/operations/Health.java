package org.stoa.operations;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stoa.identity.Organisations;
import org.stoa.operations.gateway.Analytics;
import org.stoa.operations.gateway.Broker;
import org.stoa.operations.gateway.Cache;
import org.stoa.operations.gateway.Database;
import org.stoa.operations.gateway.FileStore;
import org.stoa.operations.gateway.Look;
import org.stoa.operations.gateway.Mail;
import org.stoa.shared.Allowed;

/** Looks at everything that Stoa needs. Each look is a real use of the service, and timed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Health {

  private static final Logger LOG = System.getLogger(Health.class.getName());

  @Inject private Database database;
  @Inject private Cache cache;
  @Inject private Broker broker;
  @Inject private FileStore files;
  @Inject private Analytics analytics;
  @Inject private Mail mail;
  @Inject private Organisations organisations;

  /** The database answers and takes writes. */
  @Allowed(Allowed.ANYONE)
  public Probe database() {
    return look("database", database);
  }

  /** The cache answers. */
  @Allowed(Allowed.ANYONE)
  public Probe cache() {
    return look("cache", cache);
  }

  /** The message broker lets us in. */
  @Allowed(Allowed.ANYONE)
  public Probe broker() {
    return look("broker", broker);
  }

  /** Files can be written, and there is room for more. */
  @Allowed(Allowed.ANYONE)
  public Probe files() {
    return look("file store", files);
  }

  /** The analytics engine computes. */
  @Allowed(Allowed.ANYONE)
  public Probe analytics() {
    return look("analytics", analytics);
  }

  /** The mail server greets us. */
  @Allowed(Allowed.ANYONE)
  public Probe mail() {
    return look("mail", mail);
  }

  /** Migrations and the first start have ended: somebody can sign in. */
  @Allowed(Allowed.ANYONE)
  public Probe installation() {
    return look("installation", this::installed);
  }

  private Map<String, String> installed() {
    if (!organisations.installed()) {
      throw new IllegalStateException("the first start has not ended");
    }
    return Map.of();
  }

  private static Probe look(String what, Look look) {
    long start = System.nanoTime();
    try {
      Map<String, String> facts = look.atIt();
      return new Probe(true, millisSince(start), facts);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The {0} does not answer as it should: {1}", what, e.toString());
      return new Probe(false, millisSince(start), Map.of("reason", reason(e)));
    }
  }

  /** In few words, and without what a stranger should not read. */
  private static String reason(Exception failure) {
    return failure instanceof IllegalStateException
        ? failure.getMessage()
        : failure.getClass().getSimpleName();
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
