package dev.mixpaneldata.bridge.connection;

/**
 * What an examination found.
 *
 * @param check what was looked at
 * @param good whether it is as it should be
 * @param finding what was found
 * @param fix what helps; empty text where nothing has to be done
 */
public record Finding(String check, boolean good, String finding, String fix) {
  static Finding good(String check, String finding) {
    return new Finding(check, true, finding, "");
  }

  static Finding bad(String check, String finding, String fix) {
    return new Finding(check, false, finding, fix);
  }
}
