package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.bridge.oauth.Browser;
import dev.mixpaneldata.bridge.oauth.LoopbackAgent;
import dev.mixpaneldata.bridge.oauth.PastingAgent;
import dev.mixpaneldata.cli.command.CommandContext;
import java.net.URI;
import java.time.Duration;

/** Agents that take a user at a terminal to the vendor's page. */
final class TerminalAgents {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final CommandContext context;

  TerminalAgents(CommandContext context) {
    this.context = context;
  }

  AuthorizationAgent agent(boolean noBrowser) {
    return noBrowser ? new PastingAgent(this::pasted) : new LoopbackAgent(this::open, PATIENCE);
  }

  private void open(URI page) {
    // Shown even if the command succeeds: some commands start and open nothing.
    tell("Sign in and grant access to read. If no browser opens, go to:");
    tell("  " + page);
    Browser.open(page);
  }

  private String pasted(URI page) {
    tell("Open this page in any browser, sign in and grant access to read:");
    tell("  " + page);
    tell("The browser then fails to open a page of localhost. Copy that page's whole address.");
    return context.ask("Address: ");
  }

  /** Prints a line even with {@code --quiet}: without it nobody could sign in. */
  private void tell(String line) {
    context.err().println(line);
    context.err().flush();
  }
}
