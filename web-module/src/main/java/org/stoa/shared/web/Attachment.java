package org.stoa.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The name under which a browser saves an answer, whatever a person called the thing (RFC 6266).
 */
public final class Attachment {

  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|%]+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");
  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
  private static final int LONGEST = 120;

  private Attachment() {}

  /**
   * The value of {@code Content-Disposition}: the name for browsers of today, and one of ASCII for
   * the others.
   *
   * @param name what it is called, without its ending; what no file system takes is left out
   * @param ending what the name ends with, such as {@code csv}
   */
  public static String named(String name, String ending) {
    String safe = cut(EDGES.matcher(UNSAFE.matcher(name).replaceAll("_")).replaceAll(""));
    String whole = (safe.isEmpty() ? "file" : safe) + '.' + ending;
    String ascii = NOT_ASCII.matcher(whole).replaceAll("_");
    String encoded = URLEncoder.encode(whole, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\""
        + ascii
        + "\"; filename*=UTF-8''"
        + encoded.replace("*", "%2A");
  }

  private static String cut(String name) {
    int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
    return name.substring(0, end);
  }
}
