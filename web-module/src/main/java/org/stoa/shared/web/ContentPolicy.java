package org.stoa.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** What a browser may load and run, the one place where it is decided. */
@Named
@ApplicationScoped
public class ContentPolicy {

  /** The name of the header. */
  public static final String HEADER = "Content-Security-Policy";

  /** For answers that are not pages: nothing may be loaded or run. */
  public static final String OTHER =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** For the description of the API, whose pages need no nonce. */
  public static final String DOCS =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "img-src 'self' data:; font-src 'self'; style-src 'self'; connect-src 'self'; "
          + "script-src 'self'";

  private static final String PAGE =
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          + "img-src 'self' data: blob:; font-src 'self'; style-src 'self'; connect-src 'self'; "
          + "manifest-src 'self'; script-src 'self'";

  /** For pages. It ends with the sources of scripts, so that a nonce can be appended. */
  public String getPage() {
    return PAGE;
  }
}
