package org.stoa.data.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;
import org.stoa.data.ReadOptions;

/** A CSV file as the one table that it is. What is not UTF-8 is read from a copy that is. */
public final class CsvFile implements TableFile, SourceTable {

  private final Path file;
  private final String label;
  private final CsvProfile profile;
  private final Charset guessed;

  private CsvFile(Path file, String label, CsvProfile profile, Charset guessed) {
    this.file = file;
    this.label = label;
    this.profile = profile;
    this.guessed = guessed;
  }

  /**
   * Scans a file from end to end.
   *
   * @param label the name by which problems call the file
   * @param options what a person corrected of what would be detected
   * @param scratch a directory for a copy in UTF-8
   * @param progress is told now and then how many bytes were checked; what it throws ends the scan
   * @throws FileProblem when the file cannot be loaded; it says where and why
   */
  public static CsvFile open(
      Path file, String label, ReadOptions options, Path scratch, LongConsumer progress)
      throws IOException {
    if (options.encoding() != null) {
      Charset given = Charset.forName(options.encoding());
      Path text = given.equals(StandardCharsets.UTF_8) ? file : copy(file, label, given, scratch);
      return scanned(text, label, options, null, progress);
    }
    try {
      return scanned(file, label, options, null, progress);
    } catch (NotUtf8Problem notUtf8) {
      Charset guess = TextEncoding.guess(file).orElseThrow(() -> notUtf8);
      return scanned(copy(file, label, guess, scratch), label, options, guess, progress);
    }
  }

  private static CsvFile scanned(
      Path text, String label, ReadOptions options, Charset guessed, LongConsumer progress)
      throws IOException {
    return new CsvFile(text, label, CsvScanner.scan(text, label, options, progress), guessed);
  }

  private static Path copy(Path file, String label, Charset charset, Path scratch)
      throws IOException {
    Path copy = scratch.resolve(UUID.randomUUID() + ".utf8");
    if (!TextEncoding.toUtf8(file, charset, copy)) {
      Files.delete(copy);
      throw new EncodingProblem(label, charset.name());
    }
    return copy;
  }

  /** Where its bytes are, in UTF-8. */
  public Path path() {
    return file;
  }

  /** By which problems call it. */
  public String shownAs() {
    return label;
  }

  /** What the scan learned. */
  public CsvProfile profile() {
    return profile;
  }

  @Override
  public List<SourceTable> tables() {
    return List.of(this);
  }

  @Override
  public Optional<String> name() {
    return Optional.empty();
  }

  @Override
  public String label() {
    return "";
  }

  @Override
  public long rows() {
    return profile.rows();
  }

  /** Only texts have a length: that of other values is how they happen to be written. */
  @Override
  public List<ColumnSpec> columns() {
    return profile.specs().stream()
        .map(spec -> spec.type() == ColumnType.TEXT ? spec : spec.sized(0))
        .toList();
  }

  @Override
  public List<Loss> losses() {
    List<Loss> losses = new ArrayList<>();
    if (guessed != null) {
      losses.add(
          new Loss(
              null,
              Kind.ENCODING,
              0,
              "The text is not UTF-8. It was read as "
                  + guessed.name()
                  + ", which is a guess; choose another encoding if letters look wrong."));
    }
    profile.columns().forEach(column -> losses.addAll(column.losses()));
    return losses;
  }

  @Override
  public RowCursor open() throws IOException {
    return CsvReader.open(file, label, profile);
  }

  /** Nothing of its own is open; a copy goes with its directory. */
  @Override
  public void close() {}
}
