package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.cli.CommandEntry;
import java.util.List;

/** The commands of {@code mp auth}. */
public final class AuthCommands {
  private AuthCommands() {}

  /** All of them. */
  public static List<CommandEntry> all() {
    return List.of();
  }
}
