package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationContext;
import picocli.CommandLine.Option;

/** Whether what is kept may answer. */
final class DiscoveryOptions {
  @Option(
      names = "--refresh",
      description =
          "Ask Mixpanel even if the answer is kept. It is for 5 minutes, as long as the process"
              + " lives.")
  private boolean refresh;

  OperationContext choose(OperationContext context) {
    return refresh ? context.refreshing() : context;
  }
}
