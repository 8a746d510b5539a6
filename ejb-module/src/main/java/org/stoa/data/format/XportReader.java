package org.stoa.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads a SAS XPORT library of version 5 (SAS TS-140) or 8. Opening it reads the file once from end
 * to end: it finds every fault that would spoil a load, counts the rows, and learns what the
 * numbers are. Texts must be UTF-8 (of which ASCII is a part).
 *
 * <p>Version 5 does not say how many rows there are: the last record is filled up with blanks, so
 * rows of blanks that begin within the last 79 bytes do not count.
 */
public final class XportReader implements TableFile {

  private static final int RECORD = XportHeader.RECORD;

  private final XportBytes bytes;
  private final XportVersion version;
  private final byte[] memberStart;
  private final List<XportMember> members = new ArrayList<>();
  private long dataEnd;

  private XportReader(XportBytes bytes, XportVersion version) {
    this.bytes = bytes;
    this.version = version;
    this.memberStart = XportHeader.bytes(XportHeader.start(version.member()));
  }

  /** Whether the file begins as a SAS XPORT file does. */
  public static boolean isXport(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return versionOf(in.readNBytes(XportHeader.start("").length())) != null;
    }
  }

  private static XportVersion versionOf(byte[] start) {
    for (XportVersion version : XportVersion.values()) {
      if (Arrays.equals(start, XportHeader.bytes(XportHeader.start(version.library())))) {
        return version;
      }
    }
    return null;
  }

  /**
   * Opens a file.
   *
   * @param label the name by which problems call the file
   * @throws FileProblem when the file cannot be loaded; it says where and why
   */
  public static XportReader open(Path file, String label) throws IOException {
    return open(file, label, rows -> {});
  }

  /**
   * Opens a file.
   *
   * @param progress is told now and then how many bytes were checked; what it throws ends the
   *     opening
   */
  public static XportReader open(Path file, String label, LongConsumer progress)
      throws IOException {
    XportBytes bytes = new XportBytes(file, label);
    try {
      XportReader reader = new XportReader(bytes, requiredVersion(bytes));
      reader.readMembers();
      reader.learnTypes(progress);
      return reader;
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static XportVersion requiredVersion(XportBytes bytes) throws IOException {
    int length = (int) Math.min(bytes.size(), XportHeader.start("").length());
    byte[] start = bytes.read(0, length, "the library header");
    XportVersion version = versionOf(start);
    if (version != null) {
      return version;
    }
    for (XportVersion each : XportVersion.values()) {
      byte[] whole = XportHeader.bytes(XportHeader.start(each.library()));
      if (length > 0 && Arrays.equals(start, Arrays.copyOf(whole, length))) {
        throw bytes.damaged(bytes.size(), "the file ends in the middle of the library header");
      }
    }
    throw new UnsupportedFileProblem(bytes.label(), "something else than SAS XPORT");
  }

  private void readMembers() throws IOException {
    bytes.read(0, 3 * RECORD, "the library header");
    if (bytes.size() % RECORD != 0) {
      throw bytes.damaged(
          bytes.size(), "the file has " + bytes.size() + " bytes, not a multiple of 80");
    }
    long position = 3 * RECORD;
    do {
      XportMember member = new XportHeaderReader(bytes, version, position).read(this::countRows);
      if (member.rows() == 0) {
        throw new NoRowsProblem(bytes.label(), member.name());
      }
      members.add(member);
      position = dataEnd;
    } while (position < bytes.size());
  }

  private long countRows(long dataStart, int rowLength, long claimed, String dataset)
      throws IOException {
    if (claimed >= 0) {
      return countClaimed(dataStart, rowLength, claimed, dataset);
    }
    dataEnd = dataStart;
    while (dataEnd < bytes.size() && !bytes.recordStartsWith(dataEnd, memberStart)) {
      dataEnd += RECORD;
    }
    long rows = (dataEnd - dataStart) / rowLength;
    requireBlank(dataStart + rows * rowLength, dataEnd, dataset);
    while (rows > 0 && isPadding(dataStart + (rows - 1) * rowLength, rowLength)) {
      rows--;
    }
    return rows;
  }

  private long countClaimed(long dataStart, int rowLength, long claimed, String dataset)
      throws IOException {
    long room = (bytes.size() - dataStart) / rowLength;
    if (claimed > room) {
      throw bytes.damaged(
          bytes.size(),
          "the header of "
              + dataset
              + " claims "
              + claimed
              + " rows, the file has room for "
              + room);
    }
    long end = dataStart + claimed * rowLength;
    dataEnd = dataStart + XportHeaderReader.padded(claimed * rowLength);
    requireBlank(end, dataEnd, dataset);
    if (dataEnd < bytes.size() && !bytes.recordStartsWith(dataEnd, memberStart)) {
      throw bytes.damaged(
          dataEnd, "the header of " + dataset + " claims " + claimed + " rows, and more follow");
    }
    return claimed;
  }

  /** What is left behind the last row must be fewer than 80 blanks. */
  private void requireBlank(long from, long to, String dataset) throws IOException {
    byte[] rest = bytes.read(from, (int) Math.min(to - from, Integer.MAX_VALUE), "the last row");
    for (int i = 0; i < rest.length; i++) {
      if (rest[i] != ' ' || rest.length >= RECORD) {
        throw bytes.damaged(from + i, "the last row of " + dataset + " is cut off");
      }
    }
  }

  private boolean isPadding(long rowStart, int rowLength) throws IOException {
    if (dataEnd - rowStart >= RECORD) {
      return false;
    }
    for (byte value : bytes.read(rowStart, rowLength, "a row")) {
      if (value != ' ') {
        return false;
      }
    }
    return true;
  }

  private void learnTypes(LongConsumer progress) throws IOException {
    for (int i = 0; i < members.size(); i++) {
      XportMember member = members.get(i);
      LongConsumer rows = n -> progress.accept(member.dataStart() + n * member.rowLength());
      members.set(i, new XportInference(bytes, member).learn(rows));
    }
  }

  /** The datasets in the order of the file, at least one. */
  public List<XportMember> members() {
    return List.copyOf(members);
  }

  /**
   * Walks over the rows of one of the members. More than one walk may be under way, in one thread
   * each.
   */
  public XportRows rows(XportMember member) {
    return new XportRows(bytes, member);
  }

  @Override
  public List<SourceTable> tables() {
    return members.stream().map(XportTable::new).map(SourceTable.class::cast).toList();
  }

  /** One of the members as a table. */
  private final class XportTable implements SourceTable {

    private final XportMember member;

    XportTable(XportMember member) {
      this.member = member;
    }

    @Override
    public Optional<String> name() {
      return Optional.of(member.name());
    }

    @Override
    public String label() {
      return member.label();
    }

    @Override
    public long rows() {
      return member.rows();
    }

    @Override
    public List<ColumnSpec> columns() {
      return member.columns();
    }

    @Override
    public RowCursor open() {
      return XportReader.this.rows(member);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
