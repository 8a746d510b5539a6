package org.stoa.shared.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the newest schema before anything else starts, as the role that owns the
 * tables. Beans that need the tables at start-up say {@code @DependsOn("Migrations")}.
 */
@Startup
@DependsOn("SettingsCheck")
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

  @Resource(lookup = "jdbc/stoaOwner")
  private DataSource owner;

  @PostConstruct
  void migrate() {
    String role =
        ConfigProvider.getConfig()
            .getOptionalValue("stoa.database.user", String.class)
            .orElse("stoa_app");
    run(owner, role);
  }

  /**
   * Migrates a database.
   *
   * @param owner connects as the owner of the schema
   * @param applicationRole the role that may read and write rows and own nothing
   */
  public static void run(DataSource owner, String applicationRole) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner)
        .locations("classpath:db/migration")
        .placeholders(Map.of("application_role", applicationRole))
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
