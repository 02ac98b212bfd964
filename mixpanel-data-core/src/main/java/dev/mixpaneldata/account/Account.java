package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.MixpanelDataException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Named credentials. Safe to print: the secret is masked.
 *
 * @param name letters, digits, dots, dashes and underscores, beginning with a letter or digit
 * @param credentials the sign-in and its project
 * @param timeZone the project's time zone, needed only for projects created before 2023, whose
 *     exported times are in it
 */
public record Account(String name, Credentials credentials, Optional<ZoneId> timeZone) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public Account {
    checkName("account", name);
  }

  /** Refuses what cannot name an account or a target. */
  static void checkName(String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The " + kind + " name '" + name + "' cannot be used.",
          "Use up to 64 letters, digits, dots, dashes and underscores, beginning with a letter or"
              + " digit.");
    }
  }

  /** Makes an account of a project whose times are in UTC. */
  public Account(String name, Credentials credentials) {
    this(name, credentials, Optional.empty());
  }
}
