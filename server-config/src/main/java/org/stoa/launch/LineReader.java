package org.stoa.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the lines that are appended to a file. */
final class LineReader {

  private final Path file;
  private long position;

  private LineReader(Path file, long position) {
    this.file = file;
    this.position = position;
  }

  /** Reads what is written from now on. */
  static LineReader atEndOf(Path file) throws IOException {
    return new LineReader(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** The lines since the last call; one that is not finished yet comes with the next. */
  synchronized List<String> next() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      if (open.length() < position) {
        position = 0;
      }
      open.seek(position);
      byte[] bytes = new byte[(int) (open.length() - position)];
      open.readFully(bytes);
      int end = endOfLastLine(bytes);
      position += end;
      return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new Refusal("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static int endOfLastLine(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
