package org.stoa.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The response of a page. The content policy that PrimeFaces adds for a page, with its nonce, takes
 * the place of the stricter one that every other answer carries; two policies would both hold.
 */
class PageResponse extends HttpServletResponseWrapper {

  PageResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void addHeader(String name, String value) {
    if (name.equalsIgnoreCase(ContentPolicy.HEADER)) {
      setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
  }
}
