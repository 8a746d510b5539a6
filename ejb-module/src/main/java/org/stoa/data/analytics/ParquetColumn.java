package org.stoa.data.analytics;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.ColumnSpec;

/**
 * A column of a Parquet file that is to be loaded.
 *
 * @param name as the engine calls it
 * @param type what it becomes
 * @param reasons whether the column {@link VersionTable#reasonsOf} is beside it
 */
record ParquetColumn(String name, ParquetType type, boolean reasons) {

  /** What a walk over all rows found. */
  record Facts(long rows, long longest, long nuls, long changed, long unfit, long noReasons) {}

  private static final String NO_REASON =
      "{1} IS NOT NULL AND ({0} IS NOT NULL OR NOT regexp_full_match({1}, '[A-Z_]'))";

  private Field<Object> field() {
    return DSL.field(DSL.quotedName(name));
  }

  private Field<Object> reasonsField() {
    return DSL.field(DSL.quotedName(VersionTable.reasonsOf(name)));
  }

  /** Its values as the type has them. */
  Field<?> value() {
    return DSL.field(type.value(), field());
  }

  /** What a version has of it: the values, and perhaps why some are missing. */
  List<Field<?>> kept() {
    List<Field<?>> kept = new ArrayList<>();
    kept.add(value().as(DSL.quotedName(name)));
    if (reasons) {
      kept.add(reasonsField());
    }
    return kept;
  }

  /** What {@link Facts} are read from. Each value of the file is decoded for it. */
  List<Field<?>> questions() {
    boolean text = type.type() == ColumnType.TEXT;
    return List.of(
        DSL.field("bit_xor(hash({0}))", field()),
        text ? DSL.field("max(strlen({0}))", value()) : DSL.inline(0),
        text ? DSL.field("count_if(contains({0}, chr(0)))", value()) : DSL.inline(0),
        count(type.changed()),
        count(type.unfit()),
        reasons
            ? DSL.field("count_if(" + NO_REASON + ")", field(), reasonsField())
            : DSL.inline(0));
  }

  /** How many fields {@link #questions} has. */
  static final int QUESTIONS = 6;

  private Field<?> count(String condition) {
    return condition == null ? DSL.inline(0) : DSL.field("count_if(" + condition + ")", field());
  }

  ParquetColumn as(ParquetType other) {
    return new ParquetColumn(name, other, reasons);
  }

  ColumnSpec spec(Facts facts) {
    int length = type.type() == ColumnType.TEXT ? Math.toIntExact(facts.longest()) : 0;
    return new ColumnSpec(name, "", type.type(), length, "", reasons);
  }

  List<Loss> losses(Facts facts) {
    List<Loss> losses = new ArrayList<>();
    if (type.told() != null) {
      losses.add(new Loss(name, Loss.Kind.TYPE, 0, type.told()));
    }
    if (facts.changed() > 0) {
      String kept = type.type() == ColumnType.DECIMAL ? "64-bit number" : "microsecond";
      losses.add(
          new Loss(
              name,
              Loss.Kind.PRECISION,
              facts.changed(),
              "Some values have more digits than a " + kept + " keeps, and are rounded."));
    }
    return losses;
  }
}
