package org.stoa.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.stoa.files.domain.ZipNames;
import org.stoa.files.store.CutZip;
import org.stoa.files.store.ZipEntryCopy;

/**
 * Unpacks a ZIP archive without trusting it. Files get names of our own in the target directory, so
 * that no entry can write elsewhere; what its names and headers say is checked as well, for such an
 * archive was not made in good faith. Folders and the litter of operating systems are left out.
 */
public final class SafeZip {

  /** Methods that the library claims to read, but for which it needs others that are not here. */
  private static final Set<Integer> ABSENT =
      Set.of(ZipMethod.ZSTD.getCode(), ZipMethod.ZSTD_DEPRECATED.getCode(), ZipMethod.XZ.getCode());

  private final String label;
  private final ZipLimits limits;
  private final long room;

  private SafeZip(String label, ZipLimits limits, long room) {
    this.label = label;
    this.limits = limits;
    this.room = room;
  }

  /**
   * Unpacks all files of an archive.
   *
   * @param label the name by which problems call the archive
   * @param directory an existing directory; after a problem it holds what was unpacked until then,
   *     and the caller removes it in any case
   * @return the files in the order of the archive, at least one
   * @throws UnsafeZipProblem when it would write elsewhere or costs more than the limits
   * @throws UnreadableZipProblem when it is cut off, damaged or encrypted
   * @throws EmptyFileProblem when no file is in it
   * @throws StorageFullProblem when the disk has no room
   */
  public static List<UnpackedFile> unpack(
      Path archive, String label, Path directory, ZipLimits limits) throws IOException {
    return unpack(archive, label, directory, limits, directory.toFile().getUsableSpace());
  }

  /** As the other, on a disk with so many bytes of room. */
  static List<UnpackedFile> unpack(
      Path archive, String label, Path directory, ZipLimits limits, long room) throws IOException {
    return new SafeZip(label, limits, room).unpack(archive, directory);
  }

  private List<UnpackedFile> unpack(Path archive, Path directory) throws IOException {
    try (ZipFile zip = open(archive)) {
      List<ZipArchiveEntry> entries = files(zip);
      requireRoomForPacked(entries, Files.size(archive));
      requireRoom(entries);
      List<UnpackedFile> unpacked = new ArrayList<>(entries.size());
      long left = limits.bytes();
      for (ZipArchiveEntry entry : entries) {
        Path target = directory.resolve(String.format(Locale.ROOT, "%04d", unpacked.size() + 1));
        UnpackedFile file = unpack(zip, entry, target, left);
        left -= file.bytes();
        unpacked.add(file);
      }
      return unpacked;
    }
  }

  private ZipFile open(Path archive) throws IOException {
    try {
      return ZipFile.builder().setPath(archive).setIgnoreLocalFileHeader(false).get();
    } catch (IOException | IllegalArgumentException e) {
      UnreadableZipProblem problem =
          UnreadableZipProblem.cut(label, CutZip.lastEntry(archive, limits.bytes()));
      problem.initCause(e);
      throw problem;
    }
  }

  private List<ZipArchiveEntry> files(ZipFile zip) {
    List<ZipArchiveEntry> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
      String name = entry.getName();
      if (ZipNames.escapes(name)) {
        throw UnsafeZipProblem.escapes(label, ZipNames.shown(name));
      }
      if (entry.isDirectory() || ZipNames.isLitter(name)) {
        continue;
      }
      if (entry.isUnixSymlink()) {
        throw UnsafeZipProblem.link(label, name);
      }
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw UnsafeZipProblem.duplicate(label, name);
      }
      requireReadable(zip, entry);
      files.add(entry);
      if (files.size() > limits.files()) {
        throw UnsafeZipProblem.tooMany(label, limits.files());
      }
    }
    if (files.isEmpty()) {
      throw EmptyFileProblem.archive(label);
    }
    return files;
  }

  private void requireReadable(ZipFile zip, ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw UnreadableZipProblem.encrypted(label, entry.getName());
    }
    if (ABSENT.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
      throw UnreadableZipProblem.method(label, entry.getName());
    }
  }

  /** Entries that share their bytes are the trick of the densest bombs. */
  private void requireRoomForPacked(List<ZipArchiveEntry> entries, long archiveBytes) {
    long packed = 0;
    for (ZipArchiveEntry entry : entries) {
      packed += Math.max(0, entry.getCompressedSize());
      if (packed > archiveBytes) {
        throw UnsafeZipProblem.bomb(label, entry.getName(), limits.ratio());
      }
    }
  }

  /** What the headers promise must fit the disk; an entry that grows beyond its promise is cut. */
  private void requireRoom(List<ZipArchiveEntry> entries) {
    long promised = 0;
    for (ZipArchiveEntry entry : entries) {
      promised += Math.min(entry.getSize(), limits.bytes());
    }
    if (promised > room) {
      throw new StorageFullProblem(label);
    }
  }

  private UnpackedFile unpack(ZipFile zip, ZipArchiveEntry entry, Path target, long left)
      throws IOException {
    String name = entry.getName();
    if (entry.getSize() > left) {
      throw UnsafeZipProblem.tooLarge(label, name, limits.bytes());
    }
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      long bytes = new ZipEntryCopy(label, entry, limits, left).run(in, out);
      return new UnpackedFile(name, target, bytes);
    } catch (ZipException e) {
      UnreadableZipProblem problem = UnreadableZipProblem.damaged(label, name);
      problem.initCause(e);
      throw problem;
    }
  }
}
