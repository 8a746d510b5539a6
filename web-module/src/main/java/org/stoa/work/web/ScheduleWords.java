package org.stoa.work.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.stoa.work.FiringOutcome;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleRule;
import org.stoa.work.ScheduleView;

/** How schedules are told on pages. */
@Named
@ApplicationScoped
public class ScheduleWords {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

  private final ResourceBundle text = ResourceBundle.getBundle("org.stoa.work.web.text");

  /** The state of a schedule: paused, silent, active, or over. */
  public String state(ScheduleView schedule) {
    if (schedule.pausedAt() != null) {
      return "PAUSED";
    }
    if (isSilent(schedule)) {
      return "SILENT";
    }
    return schedule.next() == null ? "OVER" : "ACTIVE";
  }

  /** Whether its last time, or one that is still to be dealt with, stays silent. */
  public boolean isSilent(ScheduleView schedule) {
    return schedule.alert() != null
        && (schedule.last() == null
            || !schedule.alert().instant().isBefore(schedule.last().instant()));
  }

  /** What became of a time: the state of its job where there is one. */
  public String outcome(ScheduleFiring firing) {
    if (firing.outcome() == FiringOutcome.SUBMITTED) {
      return firing.jobState() == null ? "SUCCEEDED" : firing.jobState().name();
    }
    return firing.outcome().name();
  }

  /** Why it came so, in words; nothing when all is as usual. */
  public String why(ScheduleFiring firing) {
    StringBuilder words = new StringBuilder();
    if (firing.reason() != null) {
      words.append(text.getString("skip." + firing.reason())).append(' ');
    }
    if (firing.detail() != null) {
      words.append(firing.detail()).append(' ');
    }
    if (firing.late() && firing.reason() == null) {
      words.append(text.getString("run.late")).append(' ');
    }
    if (firing.silence() != null) {
      words.append(text.getString("silence." + firing.silence())).append(' ');
    }
    return words.toString().strip();
  }

  /** When it runs, in a line. */
  public String rule(ScheduleRule rule) {
    String what =
        switch (rule.kind()) {
          case UNIX_CRON, QUARTZ_CRON -> rule.cron();
          case FIXED_RATE -> rule.every();
          case ONCE -> rule.at().toString();
        };
    return MessageFormat.format(text.getString("rule." + rule.kind()), what, rule.zone());
  }

  /** A local time with its offset. */
  public String local(OffsetDateTime time) {
    return time == null ? "" : LOCAL.format(time) + " " + time.getOffset().getId();
  }

  /** A local time that does not exist. */
  public String planned(LocalDateTime time) {
    return time == null ? "" : LOCAL.format(time);
  }
}
