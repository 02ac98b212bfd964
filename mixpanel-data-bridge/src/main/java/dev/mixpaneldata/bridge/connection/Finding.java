package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.error.Hint;
import java.util.Optional;

/**
 * What an examination found.
 *
 * @param check what was looked at
 * @param good whether it is as it should be
 * @param finding what was found
 * @param fix what helps; empty where nothing has to be done
 */
public record Finding(String check, boolean good, String finding, Optional<Hint> fix) {
  static Finding good(String check, String finding) {
    return new Finding(check, true, finding, Optional.empty());
  }

  static Finding bad(String check, String finding, Hint fix) {
    return new Finding(check, false, finding, Optional.of(fix));
  }
}
