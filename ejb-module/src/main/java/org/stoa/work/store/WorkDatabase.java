package org.stoa.work.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** Gives the room its statements on the container's data source. */
@ApplicationScoped
public class WorkDatabase {

  @Resource(lookup = "jdbc/stoa")
  private DataSource source;

  @Resource(lookup = "jdbc/stoaOwner")
  private DataSource owner;

  /** Statements of the owner of the tables. */
  @Produces
  @AsOwner
  public Jdbc ownersStatements() {
    return new Jdbc(owner);
  }

  /** Statements that join the transaction of the call. */
  @Produces
  public Jdbc statements() {
    return new Jdbc(source);
  }
}
