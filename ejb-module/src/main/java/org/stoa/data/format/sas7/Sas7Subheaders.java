package org.stoa.data.format.sas7;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.HeaderNames;
import org.stoa.data.format.SasFormats;
import org.stoa.data.format.SasGuess;
import org.stoa.data.format.TooManyColumnsProblem;

/** Collects what the subheaders of all pages tell, and makes the dataset of it. */
final class Sas7Subheaders {

  private static final int ROW_SIZE = 0xF7F7F7F7;
  private static final int COLUMN_COUNT = 0xF6F6F6F6;
  private static final int COUNTS = 0xFFFFFC00;
  private static final int FORMAT = 0xFFFFFBFE;
  private static final int ATTRIBUTES = 0xFFFFFFFC;
  private static final int TEXT = 0xFFFFFFFD;
  private static final int LIST = 0xFFFFFFFE;
  private static final int NAMES = 0xFFFFFFFF;
  private static final int MOST_TEXT = 1 << 26;
  private static final int MAX_ROW = 1 << 24;

  private final Sas7Source source;
  private final Sas7Layout layout;
  private final List<ByteBuffer> texts = new ArrayList<>();
  private final List<TextRef> names = new ArrayList<>();
  private final List<Attributes> attributes = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private TextRef label = TextRef.NONE;
  private TextRef packing = TextRef.NONE;
  private long rowLength;
  private long rows;
  private long rowsOnMix;
  private long columns;
  private long textBytes;

  Sas7Subheaders(Sas7Source source, Sas7Layout layout) {
    this.source = source;
    this.layout = layout;
  }

  private record TextRef(int block, int offset, int length) {
    static final TextRef NONE = new TextRef(0, 0, 0);
  }

  private record Attributes(long offset, int length, int kind) {}

  private record Shown(TextRef format, int width, int decimals, TextRef label) {}

  /** Whether a piece is a subheader and not a row. */
  static boolean isSubheader(Sas7Page.Piece piece, boolean wide) {
    return switch (piece.signature(wide)) {
      case ROW_SIZE, COLUMN_COUNT, COUNTS, FORMAT, ATTRIBUTES, TEXT, LIST, NAMES -> true;
      default -> false;
    };
  }

  /** Takes all subheaders of a page. */
  void take(Sas7Page page) {
    for (int i = 0; i < page.pointers(); i++) {
      Sas7Page.Piece piece = page.piece(i);
      if (!piece.isEmpty() && !piece.isPacked()) {
        try {
          take(piece.signature(layout.wide()), piece.bytes());
        } catch (IndexOutOfBoundsException e) {
          DamagedSasProblem problem = page.damaged("a subheader is too short");
          problem.initCause(e);
          throw problem;
        }
      }
    }
  }

  private void take(int signature, ByteBuffer bytes) {
    switch (signature) {
      case ROW_SIZE -> rowSize(bytes);
      case COLUMN_COUNT -> columns = word(bytes, layout.word());
      case TEXT -> text(bytes);
      case NAMES -> names(bytes);
      case ATTRIBUTES -> attributes(bytes);
      case FORMAT -> format(bytes);
      default -> {}
    }
  }

  private long word(ByteBuffer bytes, int at) {
    return layout.wide() ? bytes.getLong(at) : bytes.getInt(at);
  }

  private void rowSize(ByteBuffer bytes) {
    rowLength = word(bytes, layout.at(20, 40));
    rows = word(bytes, layout.at(24, 48));
    rowsOnMix = word(bytes, layout.at(60, 120));
    label = reference(bytes, layout.at(350, 678));
    packing = reference(bytes, layout.at(362, 690));
  }

  private static TextRef reference(ByteBuffer bytes, int at) {
    return new TextRef(
        bytes.getShort(at) & 0xFFFF,
        bytes.getShort(at + 2) & 0xFFFF,
        bytes.getShort(at + 4) & 0xFFFF);
  }

  private void text(ByteBuffer bytes) {
    textBytes += bytes.limit();
    if (textBytes > MOST_TEXT) {
      throw source.damaged(0, "names and labels have more than " + MOST_TEXT + " bytes");
    }
    byte[] copy = new byte[bytes.limit() - layout.word()];
    bytes.get(layout.word(), copy);
    texts.add(ByteBuffer.wrap(copy));
  }

  private void names(ByteBuffer bytes) {
    int count = (bytes.limit() - layout.at(20, 28)) / 8;
    for (int i = 0; i < count; i++) {
      names.add(reference(bytes, layout.at(12, 16) + 8 * i));
    }
    requireColumns(names.size());
  }

  private void attributes(ByteBuffer bytes) {
    int size = layout.at(12, 16);
    int count = (bytes.limit() - layout.at(20, 28)) / size;
    for (int i = 0; i < count; i++) {
      int at = size + size * i;
      int length = at + layout.word();
      attributes.add(new Attributes(word(bytes, at), bytes.getInt(length), bytes.get(length + 6)));
    }
    requireColumns(attributes.size());
  }

  private void format(ByteBuffer bytes) {
    shown.add(
        new Shown(
            reference(bytes, layout.at(34, 46)),
            bytes.getShort(layout.at(12, 24)),
            bytes.getShort(layout.at(14, 26)),
            reference(bytes, layout.at(40, 52))));
    requireColumns(shown.size());
  }

  private void requireColumns(int count) {
    if (count > HeaderNames.MAX_COLUMNS) {
      throw new TooManyColumnsProblem(source.label(), HeaderNames.MAX_COLUMNS);
    }
  }

  /** The dataset, after the last page. */
  Sas7Dataset dataset() throws IOException {
    if (columns < 1 || names.size() != columns || attributes.size() != columns) {
      throw source.damaged(
          0,
          "%d columns are claimed, and %d names and %d places are there"
              .formatted(columns, names.size(), attributes.size()));
    }
    if (rowLength < 1 || rowLength > MAX_ROW || rows < 0 || rowsOnMix < 0) {
      throw source.damaged(0, "there would be " + rows + " rows of " + rowLength + " bytes");
    }
    HeaderNames header = new HeaderNames(source.label());
    List<Sas7Column> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String name = text(names.get(i));
      header.add(name, () -> null);
      all.add(column(name, i));
    }
    RowPacking packed = RowPacking.of(text(packing));
    return new Sas7Dataset(text(label), packed, (int) rowLength, rows, rowsOnMix, all);
  }

  private Sas7Column column(String name, int index) {
    Attributes place = attributes.get(index);
    boolean text = place.kind == 2;
    boolean good = text ? place.length >= 1 : place.length >= 3 && place.length <= 8;
    if (!good
        || place.kind < 1
        || place.kind > 2
        || place.offset < 0
        || place.offset + place.length > rowLength) {
      throw source.damaged(0, "the place of " + name + " in a row contradicts itself");
    }
    String format = index < shown.size() ? format(name, shown.get(index)) : "";
    String about = index < shown.size() ? text(shown.get(index).label) : "";
    ColumnType type = text ? ColumnType.TEXT : SasGuess.meaning(format);
    ColumnSpec spec = new ColumnSpec(name, about, type, place.length, format);
    return new Sas7Column(spec, text, (int) place.offset, place.length);
  }

  private String format(String column, Shown how) {
    String name = text(how.format);
    if (name.isEmpty() && how.width <= 0) {
      return "";
    }
    String width = how.width > 0 ? String.valueOf(how.width) : "";
    String format = name + width + "." + (how.decimals > 0 ? how.decimals : "");
    if (!SasFormats.isFormat(format)) {
      throw source.damaged(0, "'" + format + "' of " + column + " is not a format of SAS");
    }
    return format;
  }

  private String text(TextRef reference) {
    if (reference.length == 0) {
      return "";
    }
    boolean known = reference.block < texts.size();
    ByteBuffer block = known ? texts.get(reference.block) : ByteBuffer.allocate(0);
    if (reference.offset + reference.length > block.limit()) {
      throw source.damaged(0, "a name or label lies outside of the texts");
    }
    try {
      return layout
          .charset()
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(block.slice(reference.offset, reference.length))
          .toString()
          .replace('\0', ' ')
          .strip();
    } catch (CharacterCodingException e) {
      DamagedSasProblem problem = source.damaged(0, "a name or label is not " + layout.charset());
      problem.initCause(e);
      throw problem;
    }
  }
}
