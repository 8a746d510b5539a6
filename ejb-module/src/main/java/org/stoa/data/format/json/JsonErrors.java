package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.stoa.data.format.FileProblem;
import org.stoa.data.format.TextPlace;

/** Turns what the parser and the unpacker throw into problems of the file. */
final class JsonErrors {

  private JsonErrors() {}

  /** Something that reads a file. */
  @FunctionalInterface
  interface Reading<T> {

    /** Reads. */
    T read() throws IOException;
  }

  /**
   * Reads, and tells what is wrong with the file as a problem.
   *
   * @throws IOException when the disk fails
   */
  static <T> T told(JsonSource source, Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (JsonProcessingException e) {
      throw problem(source, e);
    } catch (ZipException | EOFException e) {
      FileProblem problem = InvalidJsonProblem.damaged(source.label(), e.getMessage());
      problem.initCause(e);
      throw problem;
    }
  }

  private static FileProblem problem(JsonSource source, JsonProcessingException e)
      throws IOException {
    TextPlace place = source.place(e.getLocation());
    FileProblem problem =
        e instanceof JsonEOFException
            ? InvalidJsonProblem.cut(source.label(), place)
            : InvalidJsonProblem.syntax(source.label(), place, firstLine(e.getOriginalMessage()));
    problem.initCause(e);
    return problem;
  }

  /** The problem of a limit of the parser, which does not say where it is. */
  static FileProblem limit(JsonSource source, JsonParser parser, StreamConstraintsException e)
      throws IOException {
    TextPlace place = source.place(parser.currentLocation());
    FileProblem problem = limit(source.label(), place, e.getOriginalMessage());
    problem.initCause(e);
    return problem;
  }

  private static FileProblem limit(String label, TextPlace place, String message) {
    if (message.contains("depth")) {
      return JsonLimitProblem.depth(label, place, JsonSource.MAX_DEPTH);
    }
    if (message.startsWith("Number")) {
      return JsonLimitProblem.length(label, place, "a number", JsonSource.MAX_NUMBER);
    }
    return message.startsWith("Name")
        ? JsonLimitProblem.length(label, place, "a name", JsonSource.MAX_NAME)
        : JsonLimitProblem.length(label, place, "a text", JsonSource.MAX_TEXT);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
