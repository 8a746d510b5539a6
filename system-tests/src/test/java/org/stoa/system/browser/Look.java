package org.stoa.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** A screen on which a page must be good: a desk or a phone, by day or by night. */
enum Look {
  DESK_LIGHT(1440, 900, ColorScheme.LIGHT),
  DESK_DARK(1440, 900, ColorScheme.DARK),
  PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
  PHONE_DARK(390, 844, ColorScheme.DARK);

  private final int width;
  private final int height;
  private final ColorScheme scheme;

  Look(int width, int height, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  Browser.NewContextOptions context() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setLocale("en-GB");
  }

  /** For file names. */
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
