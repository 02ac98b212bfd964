package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.MixpanelDataException;

/** The limits that Mixpanel's web application sets to boards. */
final class BoardLimits {
  static final int TITLE = 255;
  static final int DESCRIPTION = 400;
  static final int TEXT = 2000;
  static final int ROWS = 30;
  static final int CELLS = 4;

  private BoardLimits() {}

  static void requireShort(String what, String text, int longest) {
    if (text.length() > longest) {
      throw MixpanelDataException.invalidArgument(
          "The " + what + " has " + text.length() + " characters.", "Use at most " + longest + ".");
    }
  }
}
