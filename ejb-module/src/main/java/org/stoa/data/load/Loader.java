package org.stoa.data.load;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.data.ColumnProfile;
import org.stoa.data.ColumnView;
import org.stoa.data.DatasetView;
import org.stoa.data.LoadFiles;
import org.stoa.data.ReadOptions;
import org.stoa.data.VersionView;
import org.stoa.data.analytics.Profiler;
import org.stoa.data.analytics.TableWriter;
import org.stoa.data.analytics.VersionTable;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.SourceTable;
import org.stoa.data.format.TableFile;
import org.stoa.data.query.Column;
import org.stoa.data.store.Checksum;
import org.stoa.data.store.DataSettings;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.NewVersion.Source;
import org.stoa.shared.CallContext;
import org.stoa.work.JobRun;

/** The long part of a load: makes tables of files, and changes nothing that anybody sees. */
public class Loader {

  private final Sources sources;
  private final TableFiles tableFiles;
  private final DatasetStore store;
  private final TableWriter writer;
  private final Profiler profiler;
  private final Path versions;

  /** With where files come from, who reads them, what is there already, and the engine. */
  @Inject
  public Loader(
      Sources sources,
      TableFiles tableFiles,
      DatasetStore store,
      TableWriter writer,
      Profiler profiler,
      DataSettings settings) {
    this(sources, tableFiles, store, writer, profiler, settings.versions());
  }

  Loader(
      Sources sources,
      TableFiles tableFiles,
      DatasetStore store,
      TableWriter writer,
      Profiler profiler,
      Path versions) {
    this.sources = sources;
    this.tableFiles = tableFiles;
    this.store = store;
    this.writer = writer;
    this.profiler = profiler;
    this.versions = versions;
  }

  /**
   * Checks all files and makes a table of each.
   *
   * @throws org.stoa.shared.Problem when anything is wrong with one of them; nothing is left then
   */
  StagedUpload stage(LoadFiles payload, JobRun run) throws IOException {
    Staging staging = Staging.open(versions, run.id(), run.attempt());
    boolean staged = false;
    try {
      StagedUpload upload = new Attempt(payload, run, staging).stage();
      staged = true;
      return upload;
    } finally {
      if (!staged) {
        staging.remove();
      }
    }
  }

  /** One attempt: all of its files share names, progress and directory. */
  private final class Attempt {

    private final UUID owner;
    private final ReadOptions options;
    private final LoadFiles.Table only;
    private final Staging staging;
    private final List<SourceFile> files;
    private final LoadProgress progress;
    private final DatasetNames names = new DatasetNames();
    private final List<StagedTable> tables = new ArrayList<>();

    Attempt(LoadFiles payload, JobRun run, Staging staging) throws IOException {
      this.owner = payload.owner();
      this.options = payload.options();
      this.only = payload.only();
      this.staging = staging;
      this.files = sources.open(payload.files(), staging);
      this.progress = new LoadProgress(run, files);
    }

    StagedUpload stage() throws IOException {
      for (SourceFile file : files) {
        stage(file);
      }
      return new StagedUpload(tables);
    }

    private void stage(SourceFile file) throws IOException {
      if (only != null && !only.label().equals(file.label())) {
        return;
      }
      try (TableFile opened =
          tableFiles.open(
              file.path(), file.label(), options, staging.directory(), progress.checking(file))) {
        progress.checked(file);
        long share = file.bytes() / opened.tables().size();
        for (SourceTable table : opened.tables()) {
          stage(table, file, share);
        }
      }
    }

    private void stage(SourceTable table, SourceFile file, long share) throws IOException {
      String name = names.of(table, file);
      if (only != null && !only.dataset().equals(name)) {
        return;
      }
      if (addUnchanged(name, file)) {
        progress.done(name, share, "the same as before");
        return;
      }
      requireColumns(file, table.columns());
      if (options.lossless() && !table.losses().isEmpty()) {
        throw new LossyFileProblem(file.label(), name, table.losses());
      }
      Path parquet = staging.newFile(".parquet");
      writer.write(table, parquet, progress.writing(name, share, table.rows()));
      add(name, table, file, parquet);
      progress.done(name, share, LoadProgress.rows(table.rows()));
    }

    private boolean addUnchanged(String name, SourceFile file) {
      Optional<VersionView> same =
          store
              .find(CallContext.organisation(), owner, name)
              .map(DatasetView::activeVersion)
              .filter(version -> isSame(version, file));
      same.ifPresent(
          version -> tables.add(StagedTable.unchanged(name, source(file), version.number())));
      return same.isPresent();
    }

    private boolean isSame(VersionView version, SourceFile file) {
      return version.sourceSha256().equals(file.sha256()) && version.options().equals(options);
    }

    private void add(String name, SourceTable table, SourceFile file, Path parquet)
        throws IOException {
      List<ColumnView> columns = profiled(parquet, table.columns(), table.rows());
      Staging.seal(parquet);
      StagedTable.Content content =
          new StagedTable.Content(
              parquet.getFileName().toString(),
              Files.size(parquet),
              Checksum.of(parquet),
              table.rows(),
              columns,
              table.losses());
      String label = table.label().isBlank() ? null : table.label();
      tables.add(StagedTable.made(name, label, source(file), content));
    }

    private Source source(SourceFile file) {
      return new Source(file.file(), file.label(), file.sha256(), options);
    }
  }

  private List<ColumnView> profiled(Path parquet, List<ColumnSpec> specs, long rows) {
    List<Column> columns = specs.stream().map(s -> new Column(s.name(), s.type())).toList();
    List<ColumnProfile> profiles = profiler.profile(parquet, columns, rows);
    List<ColumnView> views = new ArrayList<>(specs.size());
    for (int i = 0; i < specs.size(); i++) {
      ColumnSpec spec = specs.get(i);
      String label = spec.label().isBlank() ? null : spec.label();
      views.add(
          new ColumnView(
              spec.name(),
              label,
              spec.type(),
              spec.length(),
              spec.format(),
              spec.reasons(),
              profiles.get(i)));
    }
    return views;
  }

  private static void requireColumns(SourceFile file, List<ColumnSpec> columns) {
    for (ColumnSpec column : columns) {
      if (VersionTable.isReserved(column.name())) {
        throw new ReservedColumnProblem(file.label(), column.name());
      }
    }
  }
}
