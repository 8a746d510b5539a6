package org.stoa.shared.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.shared.Page;

/** Answers one page of a list: the items as an array, the way to the next page as a link. */
public final class PageLinks {

  private static final String AFTER = "after";

  private PageLinks() {}

  /** The answer to a request for the page. */
  public static Response answer(Page<?> page, UriInfo uri) {
    return addNext(Response.ok(page.items()), page, uri).build();
  }

  /** Adds the {@code Link} to the next page (RFC 8288), unless this is the last. */
  public static Response.ResponseBuilder addNext(
      Response.ResponseBuilder response, Page<?> page, UriInfo uri) {
    page.next().ifPresent(next -> response.header(HttpHeaders.LINK, link(uri, next)));
    return response;
  }

  /** The value of a {@code Link} header: the same request, after the cursor. */
  public static String link(UriInfo uri, String cursor) {
    MultivaluedMap<String, String> sent = uri.getQueryParameters();
    Stream<String> others =
        sent.entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals(AFTER))
            .sorted(Map.Entry.comparingByKey())
            .flatMap(PageLinks::pairs);
    String query =
        Stream.concat(others, Stream.of(AFTER + "=" + encoded(cursor)))
            .collect(Collectors.joining("&"));
    return "<" + uri.getRequestUri().getRawPath() + "?" + query + ">; rel=\"next\"";
  }

  private static Stream<String> pairs(Map.Entry<String, List<String>> parameter) {
    return parameter.getValue().stream()
        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
