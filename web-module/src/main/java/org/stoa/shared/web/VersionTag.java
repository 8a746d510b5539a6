package org.stoa.shared.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.stoa.shared.StaleVersionProblem;

/** The version of a thing as an {@code ETag}, and what a client sends back as {@code If-Match}. */
public final class VersionTag {

  private VersionTag() {}

  /** The value of the {@code ETag} header to answer with. */
  public static String of(long version) {
    return '"' + Long.toString(version) + '"';
  }

  /** Answers with a thing and its version. */
  public static Response answer(Object thing, long version) {
    return Response.ok(thing).header(HttpHeaders.ETAG, of(version)).build();
  }

  /**
   * The version that a client read.
   *
   * @param ifMatch the header's value: one tag
   * @throws PreconditionMissingProblem when there is none
   */
  public static long read(String ifMatch) {
    String text = ifMatch == null ? "" : ifMatch.strip();
    if (text.isEmpty() || text.equals("*")) {
      throw new PreconditionMissingProblem();
    }
    String version = text.startsWith("\"") && text.endsWith("\"") ? unquoted(text) : text;
    try {
      return Long.parseLong(version);
    } catch (NumberFormatException e) {
      throw new StaleVersionProblem(text, "of another form");
    }
  }

  /**
   * Checks that nobody changed the thing since the client read it.
   *
   * @throws StaleVersionProblem when somebody did
   */
  public static void require(String ifMatch, long current) {
    long read = read(ifMatch);
    if (read != current) {
      throw new StaleVersionProblem(Long.toString(read), Long.toString(current));
    }
  }

  private static String unquoted(String text) {
    return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
  }
}
