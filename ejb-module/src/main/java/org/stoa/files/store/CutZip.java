package org.stoa.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds in which entry an archive ends that lost its directory. */
public final class CutZip {

  private static final int CHUNK = 1 << 16;

  private final long maxBytes;
  private final byte[] chunk = new byte[CHUNK];
  private String last = "";
  private long count;

  private CutZip(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * The name of the last entry that begins in the archive; empty when there is none.
   *
   * @param maxBytes how many unpacked bytes are looked at
   */
  public static String lastEntry(Path archive, long maxBytes) {
    CutZip cut = new CutZip(maxBytes);
    try (InputStream file = Files.newInputStream(archive)) {
      cut.walk(new ZipInputStream(file));
    } catch (IOException | IllegalArgumentException e) {
      System.getLogger(CutZip.class.getName())
          .log(System.Logger.Level.DEBUG, "The archive ends in {0}: {1}", cut.last, e);
    }
    return cut.last;
  }

  private void walk(ZipInputStream zip) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (entry != null) {
      last = entry.getName();
      int read = zip.read(chunk);
      while (read > 0) {
        count += read;
        if (count > maxBytes) {
          return;
        }
        read = zip.read(chunk);
      }
      entry = zip.getNextEntry();
    }
  }
}
