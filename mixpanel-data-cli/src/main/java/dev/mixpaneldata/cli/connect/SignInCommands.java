package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.cli.command.CommandEntry;
import java.util.List;

/** The commands of {@code mp auth} on accounts that sign in by the browser. */
public final class SignInCommands {
  private SignInCommands() {}

  /** Returns all of them. */
  public static List<CommandEntry> all() {
    return List.of(
        CommandEntry.of(
            "login",
            "Sign in by the browser, as mp login does",
            List.of("mp auth login", "mp auth login --region eu --project-id 3018488"),
            AuthLoginCommand::new),
        CommandEntry.of(
            "logout",
            "End the sign-ins by the browser, of one region or all",
            List.of("mp auth logout", "mp auth logout --region eu"),
            AuthLogoutCommand::new),
        CommandEntry.of(
            "status",
            "Show which accounts are signed in by the browser",
            List.of("mp auth status", "mp auth status --jq '.[].expires_at'"),
            AuthStatusCommand::new),
        CommandEntry.of(
            "token",
            "Print a bearer token that is valid now, for other programs",
            List.of("mp auth token", "mp auth token --region eu"),
            AuthTokenCommand::new));
  }
}
