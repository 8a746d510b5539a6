package org.stoa.system.rest;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoa.system.Answer;

/** Follows the {@code Link} header (RFC 8288) of a list. */
final class Links {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");

  private Links() {}

  /** Path and query of the next page. */
  static String next(Answer page) {
    Matcher link = NEXT.matcher(page.header("Link"));
    if (!link.find()) {
      throw new AssertionError("no next page: " + page);
    }
    URI next = URI.create(link.group(1));
    return next.getRawPath() + "?" + next.getRawQuery();
  }
}
