package org.stoa.data.load;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.stoa.data.ColumnProfile;
import org.stoa.data.ColumnView;
import org.stoa.data.DatasetView;
import org.stoa.data.LoadFiles;
import org.stoa.data.VersionView;
import org.stoa.data.analytics.Profiler;
import org.stoa.data.analytics.TableWriter;
import org.stoa.data.analytics.VersionTable;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.CsvProfile;
import org.stoa.data.format.CsvScanner;
import org.stoa.data.format.FileKind;
import org.stoa.data.format.UnsupportedFileProblem;
import org.stoa.data.format.XportMember;
import org.stoa.data.format.XportReader;
import org.stoa.data.format.XportRows;
import org.stoa.data.query.Column;
import org.stoa.data.store.DataSettings;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.NewVersion.Source;
import org.stoa.shared.CallContext;
import org.stoa.work.JobRun;

/** The long part of a load: makes tables of files, and changes nothing that anybody sees. */
public class Loader {

  private final Sources sources;
  private final DatasetStore store;
  private final TableWriter writer;
  private final Profiler profiler;
  private final Path versions;

  /** With where files come from, what is there already, and the engine. */
  @Inject
  public Loader(
      Sources sources,
      DatasetStore store,
      TableWriter writer,
      Profiler profiler,
      DataSettings settings) {
    this(sources, store, writer, profiler, settings.versions());
  }

  Loader(
      Sources sources, DatasetStore store, TableWriter writer, Profiler profiler, Path versions) {
    this.sources = sources;
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
    private final Staging staging;
    private final List<SourceFile> files;
    private final LoadProgress progress;
    private final DatasetNames names = new DatasetNames();
    private final List<StagedTable> tables = new ArrayList<>();

    Attempt(LoadFiles payload, JobRun run, Staging staging) throws IOException {
      this.owner = payload.owner();
      this.staging = staging;
      this.files = sources.open(payload.files(), staging);
      this.progress = new LoadProgress(run, files);
    }

    StagedUpload stage() throws IOException {
      for (SourceFile file : files) {
        switch (FileKind.detect(file.path(), file.label())) {
          case CSV -> stageCsv(file);
          case XPT -> stageXport(file);
          case ZIP -> throw new UnsupportedFileProblem(file.label(), "a ZIP archive in another");
        }
      }
      return new StagedUpload(tables);
    }

    private void stageCsv(SourceFile file) throws IOException {
      String name = names.ofFile(file);
      if (addUnchanged(name, file)) {
        progress.checked(file);
        progress.done(name, file.bytes(), "the same as before");
        return;
      }
      CsvProfile profile = CsvScanner.scan(file.path(), file.label(), progress.checkingBytes(file));
      progress.checked(file);
      requireColumns(file, profile.specs());
      Path parquet = staging.newFile(".parquet");
      LongConsumer written = progress.writing(name, file.bytes(), profile.rows());
      writer.writeCsv(file.path(), file.label(), profile, parquet, written);
      add(name, null, file, parquet, profile.rows(), profile.specs());
      progress.done(name, file.bytes(), LoadProgress.rows(profile.rows()));
    }

    private void stageXport(SourceFile file) throws IOException {
      try (XportReader reader =
          XportReader.open(file.path(), file.label(), progress.checkingRows(file))) {
        progress.checked(file);
        long share = file.bytes() / reader.members().size();
        for (XportMember member : reader.members()) {
          stage(reader, member, file, share);
        }
      }
    }

    private void stage(XportReader reader, XportMember member, SourceFile file, long share)
        throws IOException {
      String name = names.ofMember(member.name(), file);
      if (addUnchanged(name, file)) {
        progress.done(name, share, "the same as before");
        return;
      }
      requireColumns(file, member.columns());
      Path parquet = staging.newFile(".parquet");
      try (XportRows rows = reader.rows(member)) {
        writer.write(rows, parquet, progress.writing(name, share, member.rows()));
      }
      String label = member.label().isBlank() ? null : member.label();
      add(name, label, file, parquet, member.rows(), member.columns());
      progress.done(name, share, LoadProgress.rows(member.rows()));
    }

    private boolean addUnchanged(String name, SourceFile file) {
      Optional<VersionView> same =
          store
              .find(CallContext.organisation(), owner, name)
              .map(DatasetView::activeVersion)
              .filter(version -> version.sourceSha256().equals(file.sha256()));
      same.ifPresent(
          version -> tables.add(StagedTable.unchanged(name, source(file), version.number())));
      return same.isPresent();
    }

    private void add(
        String name, String label, SourceFile file, Path parquet, long rows, List<ColumnSpec> specs)
        throws IOException {
      List<ColumnView> columns = profiled(parquet, specs, rows);
      Staging.seal(parquet);
      StagedTable.Content content =
          new StagedTable.Content(
              parquet.getFileName().toString(),
              Files.size(parquet),
              Checksum.of(parquet),
              rows,
              columns);
      tables.add(StagedTable.made(name, label, source(file), content));
    }
  }

  private List<ColumnView> profiled(Path parquet, List<ColumnSpec> specs, long rows) {
    List<Column> columns = specs.stream().map(s -> new Column(s.name(), s.type())).toList();
    List<ColumnProfile> profiles = profiler.profile(parquet, columns, rows);
    List<ColumnView> views = new ArrayList<>(specs.size());
    for (int i = 0; i < specs.size(); i++) {
      ColumnSpec spec = specs.get(i);
      String label = spec.label().isBlank() ? null : spec.label();
      views.add(new ColumnView(spec.name(), label, spec.type(), profiles.get(i)));
    }
    return views;
  }

  private static void requireColumns(SourceFile file, List<ColumnSpec> columns) {
    for (ColumnSpec column : columns) {
      if (column.name().equalsIgnoreCase(VersionTable.ROW_NUMBER)) {
        throw new ReservedColumnProblem(file.label(), column.name());
      }
    }
  }

  private static Source source(SourceFile file) {
    return new Source(file.file(), file.label(), file.sha256());
  }
}
