package org.stoa.identity.web;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to go after signing in: a page of ours, and nowhere else. */
final class ReturnAddress {

  private static final String HOME = "/";

  private ReturnAddress() {}

  /** The wanted address when it is one of ours, else the first page. */
  static String of(String wanted) {
    return wanted != null && isOurs(wanted) ? wanted : HOME;
  }

  private static boolean isOurs(String wanted) {
    if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.indexOf('\\') >= 0) {
      return false;
    }
    try {
      URI address = new URI(wanted);
      return !address.isAbsolute() && address.getRawAuthority() == null && isPage(address);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isPage(URI address) {
    String path = address.getPath();
    return !path.contains("//")
        && !path.equals("/login")
        && !path.equals("/logout")
        && !path.startsWith("/api/v1");
  }
}
