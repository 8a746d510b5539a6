package org.stoa.work.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** A way of writing cron: which fields it has in which order. */
enum CronDialect {
  UNIX(CronType.UNIX, CronField.MINUTE, CronField.DAY_OF_WEEK, 0),
  QUARTZ(CronType.QUARTZ, CronField.SECOND, CronField.YEAR, 1);

  private final CronType type;
  private final CronField first;
  private final CronField last;
  private final int optional;

  CronDialect(CronType type, CronField first, CronField last, int optional) {
    this.type = type;
    this.first = first;
    this.last = last;
    this.optional = optional;
  }

  /** The fields in their order, as many as there may be. */
  List<CronField> fields() {
    return List.copyOf(EnumSet.range(first, last));
  }

  boolean hasSoMany(int count) {
    int most = fields().size();
    return count <= most && count >= most - optional;
  }

  /** Whether a field may have more than lists. */
  boolean hasSpecials() {
    return this == QUARTZ;
  }

  /** How many fields there are, and which. */
  String wanted() {
    List<String> words = fields().stream().map(CronField::words).toList();
    String end = optional == 0 ? "" : " (the last may be left out)";
    return words.size() + " fields: " + String.join(", ", words) + end;
  }

  /** An expression in which only one field says anything. */
  String alone(CronField field, String text) {
    List<CronField> fields = fields();
    List<String> texts = new ArrayList<>(Collections.nCopies(fields.size(), "*"));
    texts.set(fields.indexOf(field), text);
    if (hasSpecials()) {
      boolean open = field == CronField.DAY_OF_WEEK == text.equals("?");
      CronField other = open ? CronField.DAY_OF_WEEK : CronField.DAY_OF_MONTH;
      texts.set(fields.indexOf(other), "?");
    }
    return String.join(" ", texts);
  }

  CronParser parser() {
    return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type));
  }

  static List<String> split(String cron) {
    return Arrays.asList(cron.strip().split("\\s+", -1));
  }
}
