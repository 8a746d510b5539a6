package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The 80-byte records around the data of a SAS XPORT file. */
final class XportHeader {

  /** Every record has 80 bytes. */
  static final int RECORD = 80;

  /** The bytes that describe a variable; VAX/VMS wrote 136. */
  static final int NAMESTR = 140;

  static final int NAMESTR_VAX = 136;

  private static final String ZEROS = "0".repeat(30);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("ddMMMyy:HH:mm:ss", Locale.ENGLISH);

  private XportHeader() {}

  /** The part of a header record that tells which one it is. */
  static String start(String kind) {
    return "HEADER RECORD*******" + pad(kind, 8) + "HEADER RECORD!!!!!!!";
  }

  /** A header record that carries nothing but its kind. */
  static String plain(String kind) {
    return record(start(kind) + ZEROS);
  }

  /** The header of a member: it tells the size of the descriptors of its variables. */
  static String member(String kind) {
    return record(start(kind) + "0".repeat(17) + "160" + "0".repeat(6) + "0140");
  }

  /** The header before the descriptors of variables. */
  static String variables(String kind, int count) {
    String digits = String.format(Locale.ROOT, "%04d", count);
    return record(start(kind) + "0".repeat(6) + digits + "0".repeat(20));
  }

  /** The header before the long labels of version 8, and before long labels with long formats. */
  static String labels(String kind, int count) {
    return record(start(kind) + count);
  }

  /** The header before the rows of version 8, with their number. */
  static String observations(String kind, long rows) {
    return record(start(kind) + String.format(Locale.ROOT, "%15d", rows));
  }

  /** 16 characters such as {@code 05JAN24:10:30:00}. */
  static String stamp(LocalDateTime time) {
    return STAMP.format(time).toUpperCase(Locale.ROOT);
  }

  static String record(String text) {
    return pad(text, RECORD);
  }

  /** Fills up with blanks. The text must fit. */
  static String pad(String text, int length) {
    if (text.length() > length) {
      throw new IllegalArgumentException("Longer than " + length + " characters: " + text);
    }
    return text + " ".repeat(length - text.length());
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
