package org.stoa.data.query;

import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
import org.stoa.data.FilterProblem;

/** A place in the text of a filter: line and character, both from 1. */
record Position(int line, int column) {

  static final Position START = new Position(1, 1);

  static Position ofOffset(String text, int offset) {
    String before = text.substring(0, offset);
    int lineBegin = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line, 1 + before.codePointCount(lineBegin, offset));
  }

  static Position of(Token token) {
    return new Position(Math.max(1, token.beginLine), Math.max(1, token.beginColumn));
  }

  /** Where a node begins; when the parser did not note it, where the node around it begins. */
  static Position of(Node node, Position around) {
    return node == null || node.jjtGetFirstToken() == null ? around : of(node.jjtGetFirstToken());
  }

  FilterProblem problem(String reason) {
    return new FilterProblem(line, column, reason);
  }
}
