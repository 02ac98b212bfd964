package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationContext;
import picocli.CommandLine.Option;

/** The option that decides whether a kept answer may be used. */
final class DiscoveryOptions {
  @Option(
      names = "--refresh",
      description =
          "Ask Mixpanel even if the answer is cached, which it is for 5 minutes within"
              + " one process.")
  private boolean refresh;

  OperationContext choose(OperationContext context) {
    return refresh ? context.refreshing() : context;
  }
}
