package org.stoa.data.format.excel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Understands one cell after the other (ECMA-376 part 1, 18.3.1.4) and puts it into the row. */
final class CellReader {

  private static final double MAX_WHOLE = 0x1p53;
  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private final String file;
  private final String sheet;
  private final boolean since1904;
  private final Styles styles;
  private final TextStore.Reader texts;
  private final int textCount;
  private final SheetRow row;
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder buffer = new StringBuilder();
  private int column;
  private String type;
  private String style;

  CellReader(String file, String sheet, SharedParts shared, SheetRow row) {
    this.file = file;
    this.sheet = sheet;
    this.since1904 = shared.since1904();
    this.styles = shared.styles();
    this.texts = shared.texts().reader();
    this.textCount = shared.texts().size();
    this.row = row;
  }

  /**
   * Reads the cell that begins here to its end.
   *
   * @param before the column of the cell before it, −1 when it is the first
   * @return its column
   */
  int read(XmlPart xml, int before) {
    attributes(xml, before);
    boolean formula = false;
    boolean hasValue = false;
    String inline = null;
    int outer = xml.outer();
    value.setLength(0);
    while (xml.next() && (xml.isStart() || xml.outer() != outer)) {
      switch (xml.name()) {
        case "v" -> {
          hasValue = true;
          requireLength(xml.text(value, RichText.MAX_LENGTH));
        }
        case "is" -> inline = RichText.read(xml, buffer);
        case "f" -> {
          formula = true;
          xml.skip();
        }
        default -> xml.skip();
      }
    }
    if (inline != null && type.equals("inlineStr")) {
      row.setText(column, CellKind.TEXT, inline);
    } else if (hasValue && (value.length() > 0 || type.equals("str"))) {
      put();
    } else if (formula) {
      row.set(column, CellKind.NOT_CALCULATED, 0);
    }
    return column;
  }

  private void attributes(XmlPart xml, int before) {
    column = before + 1;
    type = "n";
    style = null;
    String address = null;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> address = xml.attributeValue(i);
        case "s" -> style = xml.attributeValue(i);
        case "t" -> type = xml.attributeValue(i);
        default -> {}
      }
    }
    if (address != null) {
      column = CellPlace.column(address, row.number());
      if (column < 0) {
        throw new DamagedWorkbookProblem(
            file,
            new CellPlace(sheet, before + 1, row.number()),
            "a cell of this row says that its place is '" + shortened(address) + "'");
      }
    }
    if (column <= before) {
      throw damaged("two cells have this place, or they are not in order");
    }
    if (column >= CellPlace.MAX_COLUMNS) {
      column = CellPlace.MAX_COLUMNS - 1;
      throw damaged("there are cells behind the last column");
    }
  }

  private void put() {
    switch (type) {
      case "n" -> number();
      case "s" -> row.setText(column, CellKind.TEXT, texts.get(index()));
      case "str", "inlineStr" -> row.setText(column, CellKind.TEXT, ExcelText.decode(value));
      case "b" -> bool();
      case "e" -> row.setText(column, CellKind.ERROR, shortened(value.toString()));
      case "d" -> isoDate();
      default -> throw damaged("cells have no type '" + shortened(type) + "'");
    }
  }

  private int index() {
    double index = NumberText.parse(value);
    if (!(index >= 0 && index < textCount && index == Math.rint(index))) {
      throw damaged(
          "it has the shared text number "
              + shortened(value.toString())
              + ", and there are "
              + textCount);
    }
    return (int) index;
  }

  private void bool() {
    switch (value.toString().strip()) {
      case "1", "true" -> row.set(column, CellKind.BOOL, 1);
      case "0", "false" -> row.set(column, CellKind.BOOL, 0);
      default -> throw damaged("'" + shortened(value.toString()) + "' is neither true nor false");
    }
  }

  private void number() {
    double number = NumberText.parse(value);
    if (Double.isNaN(number)) {
      throw damaged("'" + shortened(value.toString()) + "' is no number");
    }
    NumberMeaning meaning = meaning();
    switch (meaning) {
      case NUMBER, FRACTION -> plain(number, meaning);
      case DATE, DATETIME -> date(number, meaning);
      case TIME, LENGTH -> time(number, meaning);
    }
  }

  private NumberMeaning meaning() {
    NumberMeaning meaning = NumberMeaning.NUMBER;
    if (style != null) {
      meaning = styles.meaning(smallNumber(style));
    }
    if (meaning == null) {
      throw damaged("its style " + shortened(style) + " is not among those of the workbook");
    }
    return meaning;
  }

  private static int smallNumber(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 8) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private void plain(double number, NumberMeaning meaning) {
    boolean negativeZero = number == 0 && Double.doubleToRawLongBits(number) != 0;
    boolean whole =
        meaning == NumberMeaning.NUMBER
            && number == Math.rint(number)
            && Math.abs(number) <= MAX_WHOLE
            && !negativeZero;
    row.set(column, whole ? CellKind.WHOLE : CellKind.FRACTION, number);
  }

  private boolean isExact() {
    return NumberText.decimals(value) >= ExcelDate.EXACT_DECIMALS;
  }

  private void date(double days, NumberMeaning meaning) {
    long micro = ExcelDate.epochMicro(days, since1904, isExact());
    if (micro == ExcelDate.NONE) {
      row.setText(column, CellKind.NO_DATE, shortened(value.toString()));
      return;
    }
    boolean day = meaning == NumberMeaning.DATE && ExcelDate.isMidnight(micro);
    row.setTime(column, day ? CellKind.DATE : CellKind.DATETIME, micro, days);
  }

  /** A moment that is shown by its time of day alone is a moment still. */
  private void time(double days, NumberMeaning meaning) {
    if (days >= 0 && days < 1) {
      row.setTime(column, CellKind.TIME, ExcelDate.microOfDay(days, isExact()), days);
    } else if (meaning == NumberMeaning.LENGTH) {
      row.set(column, CellKind.LENGTH, days);
    } else {
      date(days, NumberMeaning.DATETIME);
    }
  }

  private void isoDate() {
    String text = value.toString().strip();
    try {
      if (text.indexOf(':') < 0) {
        moment(CellKind.DATE, LocalDate.parse(text).atStartOfDay());
      } else if (text.indexOf('-') > 0) {
        moment(CellKind.DATETIME, LocalDateTime.parse(text));
      } else {
        LocalTime time = LocalTime.parse(text.startsWith("T") ? text.substring(1) : text);
        row.setTime(column, CellKind.TIME, ChronoUnit.MICROS.between(LocalTime.MIN, time), 0);
      }
    } catch (DateTimeException e) {
      DamagedWorkbookProblem problem = damaged("'" + shortened(text) + "' is no date");
      problem.initCause(e);
      throw problem;
    }
  }

  private void moment(CellKind kind, LocalDateTime moment) {
    if (moment.getYear() < 1 || moment.getYear() > 9_999) {
      row.setText(column, CellKind.NO_DATE, shortened(value.toString()));
      return;
    }
    row.setTime(column, kind, ChronoUnit.MICROS.between(EPOCH, moment), 0);
  }

  private void requireLength(boolean whole) {
    if (!whole) {
      throw damaged("its value has more than " + RichText.MAX_LENGTH + " characters");
    }
  }

  private DamagedWorkbookProblem damaged(String detail) {
    return new DamagedWorkbookProblem(file, new CellPlace(sheet, column, row.number()), detail);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
