package org.stoa.shared.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Gives jOOQ over the application's data source. Statements join the transaction of the call,
 * because the container's data source does.
 */
@ApplicationScoped
public class Sql {

  @Resource(lookup = "jdbc/stoa")
  private DataSource application;

  /** For statements on PostgreSQL, as the application's role. */
  @Produces
  public DSLContext statements() {
    return over(application);
  }

  /** jOOQ on PostgreSQL over any data source. */
  public static DSLContext over(DataSource source) {
    return DSL.using(source, SQLDialect.POSTGRES);
  }
}
