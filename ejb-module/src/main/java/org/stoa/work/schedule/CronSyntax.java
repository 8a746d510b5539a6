package org.stoa.work.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what is wrong with an expression of cron. It accepts fewer forms than the library reads:
 * only those whose times the library tells rightly.
 */
final class CronSyntax {

  private final CronDialect dialect;

  CronSyntax(CronDialect dialect) {
    this.dialect = dialect;
  }

  /** What is wrong, with the position of the field; nothing when it can be used. */
  Optional<String> fault(String cron) {
    List<String> texts = CronDialect.split(cron.toUpperCase(Locale.ROOT));
    if (!dialect.hasSoMany(texts.size())) {
      return Optional.of("has " + texts.size() + " fields, wanted are " + dialect.wanted());
    }
    return IntStream.range(0, texts.size())
        .mapToObj(i -> fault(i, texts.get(i)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> daysFault(texts));
  }

  private Optional<String> fault(int index, String text) {
    CronField field = dialect.fields().get(index);
    return form(field, text)
        .or(() -> backwards(field, text))
        .or(() -> refusal(field, text))
        .map(why -> "field " + (index + 1) + " (" + field.words() + "): " + why);
  }

  private Optional<String> form(CronField field, String text) {
    if (field.isList(text) || (dialect.hasSpecials() && field.isSpecial(text))) {
      return Optional.empty();
    }
    return Optional.of(
        text
            + " is none of *, a value, a range a-b, either with a step /n, or a list of these"
            + (dialect.hasSpecials() ? specials(field) : ""));
  }

  private static String specials(CronField field) {
    return switch (field) {
      case DAY_OF_MONTH -> ", nor ?, L, L-1 to L-30, LW, 1W to 28W";
      case DAY_OF_WEEK -> ", nor ?, L, a day with L, a day with #1 to #5";
      default -> "";
    };
  }

  private static Optional<String> backwards(CronField field, String text) {
    return Arrays.stream(text.split(",", -1))
        .filter(item -> field.isList(item) && runsBackwards(field, item))
        .map(item -> "the range " + item + " runs backwards; write it as two ranges")
        .findFirst();
  }

  private static boolean runsBackwards(CronField field, String item) {
    String range = item.replaceFirst("/.*", "");
    int dash = range.indexOf('-');
    return dash > 0
        && field.number(range.substring(0, dash)) > field.number(range.substring(dash + 1));
  }

  private Optional<String> refusal(CronField field, String text) {
    try {
      dialect.parser().parse(dialect.alone(field, text));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage().replaceFirst("^Failed to parse cron expression\\. ", ""));
    }
  }

  /** Quartz wants one of the two fields of days to be open. */
  private Optional<String> daysFault(List<String> texts) {
    int month = dialect.fields().indexOf(CronField.DAY_OF_MONTH);
    int week = dialect.fields().indexOf(CronField.DAY_OF_WEEK);
    boolean oneIsOpen = texts.get(month).equals("?") != texts.get(week).equals("?");
    return !dialect.hasSpecials() || oneIsOpen
        ? Optional.empty()
        : Optional.of(
            "exactly one of field %d (day of month) and field %d (day of week) must be ?"
                .formatted(month + 1, week + 1));
  }
}
