package org.stoa.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stoa.data.ColumnProfile;
import org.stoa.data.ColumnView;
import org.stoa.data.Datasets;
import org.stoa.data.ReadOptions;
import org.stoa.data.analytics.Analytics;
import org.stoa.data.analytics.Answers;
import org.stoa.data.analytics.NoAnswers;
import org.stoa.data.analytics.TestEngine;
import org.stoa.data.analytics.TestTable;
import org.stoa.data.analytics.VersionReader;
import org.stoa.data.query.Column;
import org.stoa.data.store.DataSettings;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.NewVersion;
import org.stoa.shared.Actor;
import org.stoa.shared.MapConfig;
import org.stoa.shared.Settings;
import org.stoa.shared.store.TestDatabase;

/** Datasets whose rows a test made, in the database and on disk as in production. */
public final class Laboratory {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  private final Path versions;
  private final Analytics analytics;
  private final DatasetStore store;
  private final Datasets datasets;
  private long jobs;

  public Laboratory(TestDatabase database, Path home) {
    Map<String, String> values = Map.of("stoa.home", home.toString());
    DataSettings settings = new DataSettings(new Settings(new MapConfig(values)));
    versions = directory(settings.versions());
    analytics = TestEngine.over(versions);
    store = new DatasetStore(database.sql());
    datasets =
        new Datasets(
            store, new VersionReader(analytics), new Answers(new NoAnswers()), settings, CLOCK);
  }

  public Datasets datasets() {
    return datasets;
  }

  /** Makes the rows the next version of a dataset. */
  public void load(
      Actor actor, UUID owner, String name, List<Column> columns, List<List<String>> rows) {
    UUID id = UUID.randomUUID();
    TestTable.write(analytics, versions.resolve(id + ".parquet"), columns, rows);
    UUID dataset = store.lock(actor.organisation(), owner, name, null, NOON).id();
    ColumnProfile unknown = new ColumnProfile(0, 0, null, null, List.of());
    List<ColumnView> views =
        columns.stream().map(c -> new ColumnView(c.name(), null, c.type(), unknown)).toList();
    store.activate(
        actor.organisation(),
        dataset,
        new NewVersion(
            id,
            rows.size(),
            views,
            List.of(),
            id + ".parquet",
            1,
            "0",
            new NewVersion.Source(UUID.randomUUID(), name + ".csv", "0", ReadOptions.DETECT),
            ++jobs,
            NOON));
  }

  public static Actor person(UUID organisation) {
    return new Actor(
        UUID.randomUUID(), organisation, "ada@example.org", Actor.Kind.PERSON, Set.of("*"));
  }

  private static Path directory(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
