package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.stoa.data.format.ValueShape;

/** Watches the values of a column and remembers what decides about its type. */
final class ColumnFacts {

  private static final int LONGEST_SHAPE = 64;
  private static final int SURELY_LONG = 18;

  private final JsonSource source;
  private final byte[] shape = new byte[LONGEST_SHAPE];
  private int shapes;
  private boolean whole = true;
  private int longest;
  private long texts;
  private long numbers;
  private long bools;

  final Seen empty = new Seen();
  final Seen nested = new Seen();
  final Seen misshapen = new Seen();
  final Seen beyondLong = new Seen();
  final Seen unkept = new Seen();
  final Seen infinite = new Seen();

  /**
   * No value yet.
   *
   * @param shapes what its texts could be, as {@link ValueShape} has it
   */
  ColumnFacts(JsonSource source, int shapes) {
    this.source = source;
    this.shapes = shapes;
  }

  /**
   * Takes a value, at whose beginning the parser is; afterwards it is at its end.
   *
   * @param row the row, counted from 1
   */
  void accept(JsonParser parser, JsonToken token, long row) throws IOException {
    switch (token) {
      case VALUE_STRING -> text(parser, row);
      case VALUE_NUMBER_INT -> wholeNumber(parser, row);
      case VALUE_NUMBER_FLOAT -> fraction(parser, row);
      case VALUE_TRUE, VALUE_FALSE -> {
        bools++;
        measure(parser.getTextLength());
      }
      case START_OBJECT, START_ARRAY -> nested(parser, row);
      default -> {
        // A null is missing, and says nothing about the others.
      }
    }
  }

  private void measure(int bytes) {
    longest = Math.max(longest, bytes);
  }

  private void text(JsonParser parser, long row) throws IOException {
    char[] chars = parser.getTextCharacters();
    int start = parser.getTextOffset();
    int length = parser.getTextLength();
    texts++;
    measure(requireText(parser, chars, start, length));
    if (length == 0) {
      empty.add("\"\"", row);
    } else if (shapes != 0) {
      shapes = shapes(chars, start, length);
      if (shapes == 0) {
        misshapen.add(parser.getText(), row);
      }
    }
  }

  private int requireText(JsonParser parser, char[] chars, int start, int length)
      throws IOException {
    int bytes = TextCheck.bytes(chars, start, length);
    if (bytes < 0) {
      char wrong = chars[start - 1 - bytes];
      throw new JsonCharacterProblem(source.label(), source.place(parser), wrong);
    }
    return bytes;
  }

  private int shapes(char[] chars, int start, int length) {
    if (length > LONGEST_SHAPE) {
      return 0;
    }
    for (int i = 0; i < length; i++) {
      char c = chars[start + i];
      if (c >= 0x80) {
        return 0;
      }
      shape[i] = (byte) c;
    }
    return ValueShape.of(shape, 0, length, shapes);
  }

  private void wholeNumber(JsonParser parser, long row) throws IOException {
    int length = parser.getTextLength();
    numbers++;
    measure(length);
    if (length == 2 && parser.getText().equals("-0")) {
      whole = false;
    }
    if (length > SURELY_LONG && parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      beyondLong.add(parser.getText(), row);
    }
    if (length > JsonNumbers.SURE_DIGITS) {
      look(parser, row);
    }
  }

  private void fraction(JsonParser parser, long row) throws IOException {
    int length = parser.getTextLength();
    numbers++;
    whole = false;
    measure(length);
    if (!JsonNumbers.isSurelyKept(parser.getTextCharacters(), parser.getTextOffset(), length)) {
      look(parser, row);
    }
  }

  private void look(JsonParser parser, long row) throws IOException {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      infinite.add(parser.getText(), row);
    } else if (!JsonNumbers.isKept(parser.getText(), value)) {
      unkept.add(parser.getText(), row);
    }
  }

  private void nested(JsonParser parser, long row) throws IOException {
    String text = NestedText.read(source, parser);
    char[] chars = text.toCharArray();
    measure(requireText(parser, chars, 0, chars.length));
    nested.add(text, row);
  }

  /** How many values are texts. */
  long texts() {
    return texts;
  }

  /** How many values are numbers. */
  long numbers() {
    return numbers;
  }

  /** How many values are true or false. */
  long bools() {
    return bools;
  }

  /** Whether all numbers are whole and have 64 bits. */
  boolean isLong() {
    return whole && beyondLong.count() == 0;
  }

  /** Whether every text that is not empty has the shape. */
  boolean has(int wanted) {
    return (shapes & wanted) != 0;
  }

  /** How many bytes the longest value takes, as it is written. */
  int longest() {
    return longest;
  }
}
