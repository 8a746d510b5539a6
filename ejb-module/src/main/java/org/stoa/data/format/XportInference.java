package org.stoa.data.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads all rows of a member once: checks the texts and learns what the numbers are. */
final class XportInference {

  private static final int PROGRESS_EVERY = 10_000;

  private final XportBytes bytes;
  private final XportMember member;
  private final List<XportVariable> variables;
  private final SasGuess[] guesses;

  XportInference(XportBytes bytes, XportMember member) {
    this.bytes = bytes;
    this.member = member;
    this.variables = member.variables();
    this.guesses =
        variables.stream()
            .map(variable -> new SasGuess(variable.isText() ? "" : variable.column().format()))
            .toArray(SasGuess[]::new);
  }

  /** The member with the types that its values allow. */
  XportMember learn(LongConsumer progress) {
    try (XportRows rows = new XportRows(bytes, member)) {
      while (rows.next()) {
        for (int i = 0; i < guesses.length; i++) {
          look(rows, i);
        }
        if (rows.row() % PROGRESS_EVERY == 0) {
          progress.accept(rows.row());
        }
      }
    }
    List<XportVariable> typed = new ArrayList<>(guesses.length);
    for (int i = 0; i < guesses.length; i++) {
      XportVariable variable = variables.get(i);
      typed.add(
          variable.isText() ? variable : variable.as(guesses[i].type(), guesses[i].reasons()));
    }
    return member.withVariables(typed);
  }

  private void look(XportRows rows, int i) {
    if (variables.get(i).isText()) {
      requireUtf8(rows, i);
    } else if (rows.isMissing(i)) {
      guesses[i].missing(rows.missing(i));
    } else {
      guesses[i].number(rows.decimal(i));
    }
  }

  private void requireUtf8(XportRows rows, int i) {
    int wrong = rows.firstInvalid(i);
    if (wrong >= 0) {
      int value = rows.byteAt(i, wrong);
      throw new NotUtf8Problem(
          bytes.label(),
          member.name(),
          rows.row(),
          variables.get(i).column().name(),
          value,
          Utf8.looksLike(value));
    }
  }
}
