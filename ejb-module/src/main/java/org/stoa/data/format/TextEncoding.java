package org.stoa.data.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds out in which encoding a text is, and makes UTF-8 of it. */
final class TextEncoding {

  private static final int PART = 1 << 16;

  private TextEncoding() {}

  /** Whether the mark of UTF-8 comes first. */
  static boolean hasUtf8Mark(byte[] head) {
    return startsWith(head, 0xEF, 0xBB, 0xBF);
  }

  /** The name of an encoding with more than one byte for each letter, or null. */
  static String wide(byte[] head) {
    if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
      return "UTF-32 (little-endian)";
    }
    if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return "UTF-32 (big-endian)";
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return "UTF-16 (little-endian)";
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return "UTF-16 (big-endian)";
    }
    int[] nuls = new int[2];
    for (int i = 0; i < head.length; i++) {
      nuls[i & 1] += head[i] == 0 ? 1 : 0;
    }
    int many = head.length / 4;
    if (nuls[0] == 0 && nuls[1] > many) {
      return "UTF-16 (little-endian)";
    }
    return nuls[1] == 0 && nuls[0] > many ? "UTF-16 (big-endian)" : null;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The encoding that a text that is not UTF-8 is most likely in. Empty when nothing fits, and when
   * most of its letters beyond ASCII are UTF-8: then it is UTF-8, and damaged.
   */
  static Optional<Charset> guess(Path file) throws IOException {
    UniversalDetector detector = new UniversalDetector();
    Utf8Count count = new Utf8Count();
    byte[] part = new byte[PART];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(part, 0, PART);
      String wide = wide(Arrays.copyOf(part, read));
      if (wide != null) {
        return Optional.of(charsetOf(wide));
      }
      while (read > 0) {
        detector.handleData(part, 0, read);
        count.add(part, read);
        read = in.readNBytes(part, 0, PART);
      }
    }
    detector.dataEnd();
    if (count.isMostlyUtf8()) {
      return Optional.empty();
    }
    return Optional.ofNullable(detector.getDetectedCharset())
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
        .or(() -> Optional.of(Charset.forName("windows-1252")));
  }

  private static Charset charsetOf(String wide) {
    boolean little = wide.endsWith("(little-endian)");
    return Charset.forName(wide.substring(0, wide.indexOf(' ')) + (little ? "LE" : "BE"));
  }

  /**
   * Writes the text in UTF-8 to another file.
   *
   * @return false when bytes of the text are none of that encoding
   */
  static boolean toUtf8(Path file, Charset charset, Path target) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (BufferedReader in =
            new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), PART);
        Writer out = Files.newBufferedWriter(target)) {
      in.transferTo(out);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
