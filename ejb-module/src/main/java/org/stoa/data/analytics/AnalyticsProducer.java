package org.stoa.data.analytics;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.stoa.data.store.DataSettings;

/** Gives the one engine over the container's pool. */
@ApplicationScoped
public class AnalyticsProducer {

  @Resource(lookup = "jdbc/stoaAnalytics")
  private DataSource pool;

  /** Sees the versions, and the files from which they are made; nothing else. */
  @Produces
  @Singleton
  public Analytics analytics(DataSettings settings) {
    Path temporary = settings.versions().resolve("temporary");
    return new Analytics(
        pool,
        new AnalyticsLimits(
            List.of(settings.versions(), settings.sources()),
            temporary,
            settings.memory(),
            settings.threads(),
            settings.querySeconds()));
  }
}
