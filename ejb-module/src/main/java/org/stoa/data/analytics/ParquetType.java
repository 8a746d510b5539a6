package org.stoa.data.analytics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoa.data.ColumnType;

/**
 * How a type of the engine becomes one of ours. All SQL has {@code {0}} in place of the column.
 *
 * @param type what the column becomes
 * @param value the SQL of its values
 * @param told what is said when the type is another one than in the file; null when it is the same
 * @param changed the SQL that is true for values that become others; null when none do
 * @param unfit the SQL that is true for values that the type cannot have; null when it can have all
 * @param otherwise what the column becomes when some values are unfit
 */
record ParquetType(
    ColumnType type,
    String value,
    String told,
    String changed,
    String unfit,
    Optional<ParquetType> otherwise) {

  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");
  private static final int SURE_DIGITS = 15;
  private static final int LONG_DIGITS = 18;
  private static final String LONG_RANGE =
      "{0} NOT BETWEEN -9223372036854775808 AND 9223372036854775807";

  /** The type of a column that the engine describes so. */
  static ParquetType of(String sqlType) {
    Matcher decimal = DECIMAL.matcher(sqlType);
    if (decimal.matches()) {
      return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    return switch (sqlType) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          plain(ColumnType.INTEGER, "CAST({0} AS BIGINT)");
      case "UBIGINT", "HUGEINT", "UHUGEINT" -> whole(sqlType);
      case "FLOAT", "DOUBLE" -> plain(ColumnType.DECIMAL, "CAST({0} AS DOUBLE)");
      case "BOOLEAN" -> plain(ColumnType.BOOLEAN, "{0}");
      case "VARCHAR", "JSON", "\"NULL\"" -> plain(ColumnType.TEXT, "CAST({0} AS VARCHAR)");
      case "DATE" -> day(ColumnType.DATE, "{0}", null, null);
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" ->
          day(ColumnType.DATETIME, "CAST({0} AS TIMESTAMP)", null, null);
      case "TIMESTAMP_NS" ->
          day(ColumnType.DATETIME, "CAST({0} AS TIMESTAMP)", null, "epoch_ns({0}) % 1000 <> 0");
      case "TIMESTAMP WITH TIME ZONE" ->
          day(
              ColumnType.DATETIME,
              "make_timestamp(epoch_us({0}))",
              "Its moments have a zone; they are kept as date-times of UTC, without one.",
              null);
      case "TIME" -> clock(null, null);
      case "TIME_NS" -> clock(null, "CAST(CAST({0} AS TIME) AS TIME_NS) <> {0}");
      case "TIME WITH TIME ZONE" ->
          clock("Its times have a zone; they are kept as times of UTC, without one.", null);
      default -> text(sqlType);
    };
  }

  private static ParquetType plain(ColumnType type, String value) {
    return new ParquetType(type, value, null, null, null, Optional.empty());
  }

  private static ParquetType asText(String value, String told) {
    return new ParquetType(ColumnType.TEXT, value, told, null, null, Optional.empty());
  }

  private static ParquetType text(String sqlType) {
    if (sqlType.equals("BLOB")) {
      return asText("base64({0})", "Its bytes are kept as texts in Base64.");
    }
    boolean nested =
        sqlType.endsWith("]") || (sqlType.endsWith(")") && !sqlType.startsWith("ENUM("));
    return nested || sqlType.equals("VARIANT")
        ? asText("CAST(to_json({0}) AS VARCHAR)", "Its nested values are kept as JSON text.")
        : asText("CAST({0} AS VARCHAR)", "Its values of type " + sqlType + " are kept as texts.");
  }

  private static ParquetType decimal(int digits, int scale) {
    String sqlType = "DECIMAL(" + digits + ", " + scale + ")";
    if (scale == 0) {
      return digits <= LONG_DIGITS
          ? plain(ColumnType.INTEGER, "CAST({0} AS BIGINT)")
          : whole(sqlType);
    }
    return digits <= SURE_DIGITS
        ? plain(ColumnType.DECIMAL, "CAST({0} AS DOUBLE)")
        : rounded(sqlType);
  }

  /** A number of which a double may not keep all digits. */
  private static ParquetType rounded(String sqlType) {
    String changed = "TRY_CAST(CAST({0} AS DOUBLE) AS " + sqlType + ") IS DISTINCT FROM {0}";
    return new ParquetType(
        ColumnType.DECIMAL, "CAST({0} AS DOUBLE)", null, changed, null, Optional.empty());
  }

  /** A whole number that may have more than 64 bits. */
  private static ParquetType whole(String sqlType) {
    return new ParquetType(
        ColumnType.INTEGER,
        "CAST({0} AS BIGINT)",
        null,
        null,
        LONG_RANGE,
        Optional.of(rounded(sqlType)));
  }

  private static ParquetType day(ColumnType type, String value, String told, String changed) {
    String unfit =
        "NOT (%1$s >= CAST('0001-01-01' AS DATE) AND %1$s < CAST('10000-01-01' AS DATE))"
            .formatted(value);
    return timed(type, value, told, changed, unfit);
  }

  private static ParquetType clock(String told, String changed) {
    String value = "CAST({0} AS TIME)";
    return timed(ColumnType.TIME, value, told, changed, value + " >= CAST('24:00:00' AS TIME)");
  }

  private static ParquetType timed(
      ColumnType type, String value, String told, String changed, String unfit) {
    ParquetType text =
        asText(
            "CAST({0} AS VARCHAR)",
            "Some of its values are beyond the years 1 to 9999, or 24:00:00, so all are kept as"
                + " texts.");
    return new ParquetType(type, value, told, changed, unfit, Optional.of(text));
  }
}
