package org.stoa.data.format.sas7;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.stoa.data.format.SasGuess;

/** Reads all rows once: checks the texts and learns what the numbers are. */
final class Sas7Scan {

  private static final int PROGRESS_EVERY = 10_000;
  private static final int UTF8_BYTES = 3;

  private final Sas7Source source;
  private final Sas7Layout layout;
  private final Sas7Dataset dataset;
  private final Sas7Column[] columns;
  private final SasGuess[] guesses;
  private final CharsetDecoder decoder;
  private CharBuffer characters = CharBuffer.allocate(1 << 15);

  Sas7Scan(Sas7Source source, Sas7Layout layout, Sas7Dataset dataset) {
    this.source = source;
    this.layout = layout;
    this.dataset = dataset;
    this.columns = dataset.columns().toArray(Sas7Column[]::new);
    this.guesses = new SasGuess[columns.length];
    for (int i = 0; i < columns.length; i++) {
      guesses[i] = new SasGuess(columns[i].text() ? "" : columns[i].spec().format());
    }
    this.decoder =
        layout
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The dataset with the types that its values allow. */
  Sas7Dataset learn(LongConsumer progress) throws IOException {
    Sas7Walk walk = new Sas7Walk(source, layout, dataset);
    while (walk.next()) {
      for (int i = 0; i < columns.length; i++) {
        look(walk, i);
      }
      if (walk.row() % PROGRESS_EVERY == 0) {
        progress.accept(walk.pageNumber() * layout.pageLength());
      }
    }
    List<Sas7Column> typed = new ArrayList<>(columns.length);
    for (int i = 0; i < columns.length; i++) {
      typed.add(columns[i].text() ? sized(columns[i]) : typed(i));
    }
    return dataset.with(typed);
  }

  private Sas7Column typed(int i) {
    SasGuess guess = guesses[i];
    return columns[i].as(columns[i].spec().as(guess.type()).withReasons(guess.reasons()));
  }

  /** A character of another encoding may take up to three bytes in UTF-8. */
  private Sas7Column sized(Sas7Column column) {
    boolean same = layout.charset().name().equals("UTF-8");
    return same ? column : column.as(column.spec().sized(UTF8_BYTES * column.length()));
  }

  private void look(Sas7Walk walk, int i) {
    if (columns[i].text()) {
      requireDecodable(walk, i);
      return;
    }
    long bits = walk.bits(columns[i]);
    double value = Double.longBitsToDouble(bits);
    if (Double.isNaN(value)) {
      guesses[i].missing(Sas7Numbers.reason(bits));
    } else {
      guesses[i].number(value);
    }
  }

  private void requireDecodable(Sas7Walk walk, int i) {
    ByteBuffer text = walk.text(columns[i]);
    if (text.remaining() > characters.capacity()) {
      characters = CharBuffer.allocate(text.remaining());
    }
    characters.clear();
    decoder.reset();
    if (decoder.decode(text, characters, true).isError()) {
      throw source.damaged(
          walk.pageNumber(),
          "row %d has in %s bytes that are not %s"
              .formatted(walk.row(), columns[i].spec().name(), layout.charset().name()));
    }
  }
}
