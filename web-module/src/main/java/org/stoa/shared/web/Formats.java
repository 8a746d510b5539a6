package org.stoa.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.StringJoiner;

/**
 * How numbers, sizes and times are written on pages: with the separators of the person's language,
 * times in words with the exact instant beside them. The browser puts its own zone in the place of
 * UTC.
 */
@Named("format")
@RequestScoped
public class Formats {

  private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB"};
  private static final int KILOBYTE = 1024;
  private static final int SHORT = 8;
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @Inject private Clock clock;
  @Inject private HttpServletRequest request;

  private final ResourceBundle text = ResourceBundle.getBundle("org.stoa.shared.web.text");

  /** The language tag whose separators are used, such as {@code de-CH}. */
  public String getLanguage() {
    return request.getLocale().toLanguageTag();
  }

  /** A number with separators; nothing for null. */
  public String number(Number number) {
    return number == null ? "" : NumberFormat.getInstance(request.getLocale()).format(number);
  }

  /**
   * A number of bytes, such as {@code 12.4 MB}. A kilobyte is 1,024 bytes, as in the settings and
   * in the file managers of most people: a limit of 1 GB is shown as just that.
   */
  public String bytes(Long bytes) {
    return bytes == null ? "" : bytes(bytes, request.getLocale());
  }

  static String bytes(long bytes, Locale locale) {
    NumberFormat format = NumberFormat.getInstance(locale);
    if (bytes < KILOBYTE) {
      return format.format(bytes) + " B";
    }
    double amount = bytes;
    int unit = -1;
    while (amount >= KILOBYTE && unit < UNITS.length - 1) {
      amount /= KILOBYTE;
      unit++;
    }
    format.setMaximumFractionDigits(amount < 100 ? 1 : 0);
    return format.format(amount) + " " + UNITS[unit];
  }

  /** The time between two instants, such as {@code 1 m 12 s}; until now if the second is null. */
  public String duration(Instant from, Instant to) {
    if (from == null) {
      return "";
    }
    return written(Duration.between(from, to == null ? clock.instant() : to));
  }

  static String written(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", Math.max(0, duration.toMillis()) / 1000.0);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " m " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds / 60 % 60 + " m";
  }

  /** How long ago it was, in words. */
  public String ago(Instant instant) {
    if (instant == null) {
      return "";
    }
    Duration passed = Duration.between(instant, clock.instant());
    if (passed.toMinutes() < 1) {
      return text.getString("time.now");
    }
    if (passed.toHours() < 1) {
      return said("time.minutes", passed.toMinutes());
    }
    if (passed.toDays() < 1) {
      return said("time.hours", passed.toHours());
    }
    return passed.toDays() <= 30 ? said("time.days", passed.toDays()) : date(instant);
  }

  private String said(String key, long amount) {
    return MessageFormat.format(text.getString(key), amount);
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }

  /** The exact instant with its zone. */
  public String exact(Instant instant) {
    return instant == null ? "" : EXACT.format(instant);
  }

  /** The time of day in UTC, for lines of a log. */
  public String clock(Instant instant) {
    return instant == null ? "" : CLOCK.format(instant);
  }

  /**
   * Where in a file something is wrong, such as {@code ae.csv, line 12, column 3}.
   *
   * @param members of a problem: {@code file}, {@code line} and {@code column}, or some of them
   */
  public String place(Map<String, Object> members) {
    StringJoiner place = new StringJoiner(", ");
    if (members.get("file") != null) {
      place.add(plain(members.get("file")));
    }
    for (String part : List.of("line", "column")) {
      if (members.get(part) != null) {
        place.add(MessageFormat.format(text.getString("place." + part), plain(members.get(part))));
      }
    }
    return place.toString();
  }

  /** A member as text; what was kept as JSON has quotes around it otherwise. */
  private static String plain(Object member) {
    return member instanceof JsonString json ? json.getString() : member.toString();
  }

  /** The end of an id, which tells it from its neighbours; ids begin with the time. */
  public String shortId(Object id) {
    String whole = String.valueOf(id);
    return whole.length() <= SHORT ? whole : "…" + whole.substring(whole.length() - SHORT);
  }

  /** The start of a checksum. */
  public String shortHash(String hash) {
    return hash == null || hash.length() <= SHORT ? hash : hash.substring(0, SHORT) + "…";
  }
}
