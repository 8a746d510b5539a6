package org.stoa.data.format.excel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.stoa.files.ZipLimits;

/**
 * The parts of a workbook by their names, whatever the case of letters (ECMA-376 part 2, 9.1). What
 * the archive promises is checked before a byte is unpacked, and no part grows beyond its promise.
 */
final class WorkbookParts implements Closeable {

  private static final long RATIO_FROM = 1L << 20;
  private static final int MOST_PARTS = 10_000;

  private final Path path;
  private final String file;
  private final ZipLimits limits;
  private final Path scratch;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private long promised;

  private WorkbookParts(Path path, String file, Unpacking unpacking, ZipFile zip) {
    this.path = path;
    this.file = file;
    this.limits = unpacking.limits();
    this.scratch = unpacking.scratch();
    this.zip = zip;
  }

  /**
   * Opens an archive.
   *
   * @param file the name by which problems call it
   */
  static WorkbookParts open(Path path, String file, Unpacking unpacking) throws IOException {
    WorkbookParts parts = new WorkbookParts(path, file, unpacking, zip(path, file));
    try {
      parts.index();
      return parts;
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static ZipFile zip(Path path, String file) {
    try {
      return ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(false).get();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, new PartPlace("(archive)"), "it is cut off or damaged", e);
    }
  }

  private void index() throws IOException {
    long packed = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      PartPlace place = new PartPlace(entry.getName());
      if (entries.put(key(entry.getName()), entry) != null) {
        throw new DamagedWorkbookProblem(file, place, "two parts have this name");
      }
      packed += Math.max(0, entry.getCompressedSize());
      if (packed > Files.size(path)) {
        throw UnsafeWorkbookProblem.bomb(file, place, limits.ratio());
      }
      if (entries.size() > MOST_PARTS) {
        throw new DamagedWorkbookProblem(
            file, place, "there are more than " + MOST_PARTS + " parts");
      }
    }
  }

  private static String key(String name) {
    String relative = name.startsWith("/") ? name.substring(1) : name;
    return relative.toLowerCase(Locale.ROOT);
  }

  /** By which problems call the workbook. */
  String file() {
    return file;
  }

  /** A directory for what does not fit into memory. */
  Path scratch() {
    return scratch;
  }

  /** How many bytes a part takes in the archive. */
  long packedSize(String name) {
    return entry(name).map(ZipArchiveEntry::getCompressedSize).orElse(0L);
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  private Optional<ZipArchiveEntry> entry(String name) {
    return Optional.ofNullable(entries.get(key(name)));
  }

  /**
   * Counts a part against the limits, before it is read for the first time.
   *
   * @throws UnsafeWorkbookProblem when it costs more than they allow
   */
  void admit(String name) {
    ZipArchiveEntry entry = required(name);
    PartPlace place = new PartPlace(name);
    long size = entry.getSize();
    long packed = Math.max(1, entry.getCompressedSize());
    if (size > RATIO_FROM && size / packed >= limits.ratio()) {
      throw UnsafeWorkbookProblem.bomb(file, place, limits.ratio());
    }
    promised += size;
    if (promised > limits.bytes()) {
      throw UnsafeWorkbookProblem.tooLarge(file, place, limits.bytes());
    }
  }

  /** The bytes of a part, which are checked against their checksum on the way. */
  PartStream open(String name) throws IOException {
    ZipArchiveEntry entry = required(name);
    PartPlace place = new PartPlace(name);
    boolean usual = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    if (!usual || entry.getGeneralPurposeBit().usesEncryption()) {
      throw new DamagedWorkbookProblem(file, place, "it is packed in a way that Excel never uses");
    }
    try {
      return new PartStream(file, place, entry, zip.getInputStream(entry));
    } catch (IOException e) {
      throw damaged(file, place, "it cannot be unpacked", e);
    }
  }

  /** A part that is read at once. */
  XmlPart xml(String name) throws IOException {
    admit(name);
    return XmlPart.of(file, new PartPlace(name), open(name));
  }

  private ZipArchiveEntry required(String name) {
    return entry(name)
        .orElseThrow(() -> new DamagedWorkbookProblem(file, new PartPlace(name), "it is missing"));
  }

  static DamagedWorkbookProblem damaged(
      String file, PartPlace place, String detail, Exception cause) {
    DamagedWorkbookProblem problem = new DamagedWorkbookProblem(file, place, detail);
    problem.initCause(cause);
    return problem;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
