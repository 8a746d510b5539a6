package org.stoa.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.stoa.files.UnreadableZipProblem;
import org.stoa.files.UnsafeZipProblem;
import org.stoa.files.ZipLimits;

/** Unpacks one entry, and stops as soon as it breaks a limit or its own promise. */
public final class ZipEntryCopy {

  private static final int CHUNK = 1 << 16;
  private static final long RATIO_FROM = 1L << 20;

  private final String archive;
  private final ZipArchiveEntry entry;
  private final ZipLimits limits;
  private final long left;
  private final CRC32 checksum = new CRC32();
  private long count;

  /**
   * For one entry.
   *
   * @param left how many bytes it may have at most
   */
  public ZipEntryCopy(String archive, ZipArchiveEntry entry, ZipLimits limits, long left) {
    this.archive = archive;
    this.entry = entry;
    this.limits = limits;
    this.left = left;
  }

  /** Copies all bytes, and tells how many. */
  public long run(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int length = read(in, chunk);
    while (length > 0) {
      count += length;
      requireWithinLimits();
      checksum.update(chunk, 0, length);
      out.write(chunk, 0, length);
      length = read(in, chunk);
    }
    if (count != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      throw UnreadableZipProblem.damaged(archive, entry.getName());
    }
    return count;
  }

  /** What cannot be read here is the archive's fault: the file itself was stored whole. */
  private int read(InputStream in, byte[] chunk) {
    try {
      return in.readNBytes(chunk, 0, chunk.length);
    } catch (IOException e) {
      UnreadableZipProblem problem = UnreadableZipProblem.damaged(archive, entry.getName());
      problem.initCause(e);
      throw problem;
    }
  }

  private void requireWithinLimits() {
    if (count > left) {
      throw UnsafeZipProblem.tooLarge(archive, entry.getName(), limits.bytes());
    }
    long packed = Math.max(1, entry.getCompressedSize());
    if (count > RATIO_FROM && count / packed >= limits.ratio()) {
      throw UnsafeZipProblem.bomb(archive, entry.getName(), limits.ratio());
    }
    if (count > entry.getSize()) {
      throw UnreadableZipProblem.damaged(archive, entry.getName());
    }
  }
}
