package org.stoa.work.schedule;

import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * An expression of Unix cron that can be read without a library.
 *
 * @param weekday 0 is Sunday; null for a Quartz expression without weekdays
 */
public record PlainCron(
    PlainField minute, PlainField hour, PlainField day, PlainField month, PlainField weekday) {

  static Arbitrary<PlainCron> any() {
    return Combinators.combine(
            PlainField.any(0, 59),
            PlainField.any(0, 23),
            PlainField.any(1, 31),
            Arbitraries.oneOf(PlainField.all(1, 12), PlainField.any(1, 12)),
            PlainField.any(0, 6))
        .as(PlainCron::new);
  }

  String text() {
    return String.join(" ", minute.text(), hour.text(), day.text(), month.text(), weekday.text());
  }

  String quartz() {
    return String.join(" ", "0", minute.text(), hour.text(), day.text(), month.text(), "?");
  }

  boolean fits(LocalDateTime time) {
    return minute.values().contains(time.getMinute())
        && hour.values().contains(time.getHour())
        && month.values().contains(time.getMonthValue())
        && fitsDay(time);
  }

  /** Where both kinds of days are given, one of them is enough: so it is in every crontab. */
  private boolean fitsDay(LocalDateTime time) {
    boolean fitsMonth = day.values().contains(time.getDayOfMonth());
    if (weekday == null || weekday.isOpen()) {
      return fitsMonth;
    }
    boolean fitsWeek = weekday.values().contains(time.getDayOfWeek().getValue() % 7);
    return day.isOpen() ? fitsWeek : fitsMonth || fitsWeek;
  }
}
