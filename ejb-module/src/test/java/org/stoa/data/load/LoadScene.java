package org.stoa.data.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.stoa.audit.AuditTrail;
import org.stoa.audit.store.AuditRecords;
import org.stoa.data.LoadFiles;
import org.stoa.data.LoadResult;
import org.stoa.data.ReadOptions;
import org.stoa.data.VersionActivated;
import org.stoa.data.analytics.Analytics;
import org.stoa.data.analytics.ParquetFiles;
import org.stoa.data.analytics.ParquetWriter;
import org.stoa.data.analytics.Profiler;
import org.stoa.data.analytics.TableWriter;
import org.stoa.data.analytics.TestEngine;
import org.stoa.data.store.Checksum;
import org.stoa.data.store.DatasetStore;
import org.stoa.files.FileView;
import org.stoa.files.StoredFiles;
import org.stoa.files.ZipLimits;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.HandlerRun;
import org.stoa.work.JobRun;

/** A study's uploads, loaded as the job does it, on a real database, engine and disk. */
final class LoadScene {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  final Actor ada =
      new Actor(UUID.randomUUID(), UUID.randomUUID(), "ada", Actor.Kind.SYSTEM, Set.of("*"));
  final UUID study = UUID.randomUUID();
  final Path home;
  final DSLContext sql;
  final DatasetStore store;
  final List<VersionActivated> announced = new ArrayList<>();
  final FilesOfTest files = new FilesOfTest();

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final Loader loader;

  LoadScene(Path home, DSLContext sql) {
    this.home = home;
    this.sql = sql;
    this.store = new DatasetStore(sql);
    Analytics analytics = TestEngine.over(home);
    ZipLimits limits = new ZipLimits(10, 10_000_000, 100);
    this.loader =
        new Loader(
            new Sources(files, limits),
            new TableFiles(new ParquetFiles(analytics), limits),
            store,
            new TableWriter(new ParquetWriter(analytics)),
            new Profiler(analytics),
            versions());
  }

  Path versions() {
    return home.resolve("data");
  }

  /** Loads the files as one job does. */
  LoadResult load(UUID... files) {
    HandlerRun run = new HandlerRun();
    return finish(stage(run, files), run);
  }

  /** The long part alone. */
  StagedUpload stage(JobRun run, UUID... files) {
    return as(
        () -> {
          try {
            return loader.stage(
                new LoadFiles(study, List.of(files), ReadOptions.DETECT, null), run);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The short part alone, in a transaction. */
  LoadResult finish(StagedUpload upload, JobRun run) {
    return as(() -> sql.transactionResult(tx -> activation(tx.dsl()).activate(study, upload, run)));
  }

  Activation activation(DSLContext transaction) {
    return new Activation(
        new DatasetStore(transaction),
        new AuditTrail(new AuditRecords(transaction), clock),
        announced::add,
        versions(),
        clock);
  }

  <T> T as(java.util.function.Supplier<T> action) {
    try {
      return CallContext.callAs(ada, action::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All files that there are now, relative to the directory of versions. */
  List<String> onDisk() {
    try (Stream<Path> all = Files.walk(versions())) {
      return all.filter(Files::isRegularFile)
          .map(path -> versions().relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int rowsAboutDatasets() {
    return sql.fetchCount(org.jooq.impl.DSL.table("data_dataset"))
        + sql.fetchCount(org.jooq.impl.DSL.table("data_version"));
  }

  /** Stored files, without the room that stores them. */
  final class FilesOfTest extends StoredFiles {

    private final Map<UUID, FileView> views = new HashMap<>();

    UUID add(String label, String text) {
      return add(label, text.getBytes(StandardCharsets.UTF_8));
    }

    UUID add(String label, byte[] bytes) {
      try {
        UUID id = UUID.randomUUID();
        Files.createDirectories(path(id).getParent());
        Files.write(path(id), bytes);
        String sha256 = Checksum.of(path(id));
        views.put(id, new FileView(id, label, bytes.length, sha256, "text/csv", NOON, "ada"));
        return id;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public FileView store(String name, InputStream bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileView find(UUID id) {
      return views.get(id);
    }

    @Override
    public Path path(UUID id) {
      return home.resolve("files").resolve(id.toString());
    }
  }
}
