package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a SAS XPORT library: one or more datasets, one after the other, row by row, in constant
 * memory. The same input gives the same bytes.
 *
 * <pre>{@code
 * try (XportWriter writer = XportWriter.create(file, XportVersion.V5, created)) {
 *   writer.dataset("DM", "Demographics", columns);
 *   writer.row("S1", 63, LocalDate.of(2024, 1, 5), null);
 * }
 * }</pre>
 *
 * <p>What the version cannot keep (a name or a text too long, a number out of range) is refused
 * with {@link IllegalArgumentException}; nothing is cut off.
 */
public final class XportWriter implements Closeable {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MAX_VARIABLES = 9_999;
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final FileChannel channel;
  private final XportVersion version;
  private final LocalDateTime created;
  private List<XportVariable> variables = List.of();
  private XportRowWriter rowWriter;
  private long observationsHeader;
  private long rows;
  private long position;

  private XportWriter(
      OutputStream out, FileChannel channel, XportVersion version, LocalDateTime created) {
    this.out = out;
    this.channel = channel;
    this.version = version;
    this.created = created;
  }

  /**
   * Begins a library in a new file, or in place of an old one.
   *
   * @param created the moment that the headers tell
   */
  public static XportWriter create(Path file, XportVersion version, LocalDateTime created)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    XportWriter writer = new XportWriter(out, channel, version, created);
    writer.writeLibraryHeader();
    return writer;
  }

  /**
   * Begins a library of version 5 in a stream, which stays open when the writer is closed.
   *
   * @param created the moment that the headers tell
   */
  public static XportWriter streaming(OutputStream stream, LocalDateTime created)
      throws IOException {
    OutputStream out = new BufferedOutputStream(stream, BUFFER);
    XportWriter writer = new XportWriter(out, null, XportVersion.V5, created);
    writer.writeLibraryHeader();
    return writer;
  }

  private void writeLibraryHeader() throws IOException {
    String stamp = XportHeader.stamp(created);
    write(XportHeader.plain(version.library()));
    write("SAS     SAS     SASLIB  9.4     STOA    " + " ".repeat(24) + stamp);
    write(XportHeader.record(stamp));
  }

  /** Begins a dataset; the one before it ends. */
  public void dataset(String name, String label, List<ColumnSpec> columns) throws IOException {
    requireName("dataset", name);
    requireBytes("The label of " + name, label, 40);
    requireDistinct(columns);
    endDataset();
    variables = XportVariable.layOut(columns, version);
    rowWriter = new XportRowWriter(variables);
    rows = 0;
    writeMemberHeader(name.toUpperCase(Locale.ROOT), label);
    write(XportHeader.variables(version.variables(), variables.size()));
    for (XportVariable variable : variables) {
      write(variable.namestr(version));
    }
    pad();
    writeLongLabels();
    observationsHeader = position;
    write(
        version == XportVersion.V5
            ? XportHeader.plain(version.observations())
            : XportHeader.observations(version.observations(), 0));
  }

  private void writeMemberHeader(String name, String label) throws IOException {
    String stamp = XportHeader.stamp(created);
    write(XportHeader.member(version.member()));
    write(XportHeader.plain(version.descriptor()));
    int nameLength = version.maxName();
    String system = version == XportVersion.V5 ? "STOA    " + " ".repeat(24) : "STOA    ";
    write("SAS     " + XportHeader.pad(name, nameLength) + "SASDATA 9.4     " + system + stamp);
    write(stamp + " ".repeat(16));
    byte[] labelBytes = label.getBytes(UTF_8);
    write(labelBytes);
    write(" ".repeat(40 - labelBytes.length + 8));
  }

  private void writeLongLabels() throws IOException {
    List<XportVariable> longOnes =
        variables.stream().filter(variable -> variable.needsLongLabel(version)).toList();
    if (longOnes.isEmpty()) {
      return;
    }
    boolean formats = longOnes.stream().anyMatch(XportVariable::hasLongFormat);
    write(XportHeader.labels(formats ? "LABELV9" : "LABELV8", longOnes.size()));
    for (XportVariable variable : longOnes) {
      write(variable.longLabel(formats));
    }
    pad();
  }

  /**
   * Adds a row.
   *
   * @param values one for each column: String for texts; any Number or Boolean for numbers; {@link
   *     java.time.LocalDate}, {@link LocalDateTime}, {@link java.time.LocalTime}; {@link
   *     SasMissing}, or null for a plain missing value
   */
  public void row(Object... values) throws IOException {
    if (rowWriter == null) {
      throw new IllegalStateException("A row needs a dataset.");
    }
    write(rowWriter.encode(values));
    rows++;
  }

  private void endDataset() throws IOException {
    if (rowWriter == null) {
      return;
    }
    pad();
    if (version == XportVersion.V8) {
      out.flush();
      String header = XportHeader.observations(version.observations(), rows);
      ByteBuffer record = ByteBuffer.wrap(XportHeader.bytes(header));
      long at = observationsHeader;
      while (record.hasRemaining()) {
        at += channel.write(record, at);
      }
    }
    rowWriter = null;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      endDataset();
      out.flush();
    }
  }

  private void requireName(String what, String name) {
    if (name.length() > version.maxName() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Not a name of a " + what + " in " + version + ": '" + name + "'");
    }
  }

  private void requireDistinct(List<ColumnSpec> columns) {
    if (columns.isEmpty() || columns.size() > MAX_VARIABLES) {
      throw new IllegalArgumentException("A dataset has 1 to " + MAX_VARIABLES + " columns.");
    }
    Set<String> seen = new HashSet<>();
    for (ColumnSpec column : columns) {
      requireName("variable", column.name());
      requireBytes("The label of " + column.name(), column.label(), version.maxLabel());
      if (!seen.add(column.name().toUpperCase(Locale.ROOT))) {
        throw new IllegalArgumentException("Two columns are named " + column.name());
      }
    }
  }

  private static void requireBytes(String what, String text, int limit) {
    if (text.getBytes(UTF_8).length > limit) {
      throw new IllegalArgumentException(what + " has more than " + limit + " bytes: " + text);
    }
  }

  /** Fills the record up with blanks. */
  private void pad() throws IOException {
    int used = (int) (position % XportHeader.RECORD);
    if (used > 0) {
      write(" ".repeat(XportHeader.RECORD - used));
    }
  }

  private void write(String text) throws IOException {
    write(XportHeader.bytes(text));
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
