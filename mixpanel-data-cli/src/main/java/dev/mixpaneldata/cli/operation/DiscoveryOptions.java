package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.AppOperations;
import dev.mixpaneldata.discovery.DiscoveryOperations;
import dev.mixpaneldata.operation.OperationSpec;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether what is kept may answer. */
final class DiscoveryOptions {
  /** Those that keep nothing. */
  private static final List<OperationSpec<?, ?>> NEVER_KEPT =
      List.of(
          DiscoveryOperations.TOP_EVENTS,
          DiscoveryOperations.CLEAR_DISCOVERY_CACHE,
          AppOperations.GET_COHORT);

  @Option(
      names = "--refresh",
      description =
          "Ask Mixpanel even if the answer is kept. It is for 5 minutes, as long as the process"
              + " lives.")
  private boolean refresh;

  /** Whether this operation's answers are kept. */
  static boolean concern(OperationSpec<?, ?> operation) {
    return !NEVER_KEPT.contains(operation)
        && (DiscoveryOperations.all().contains(operation)
            || AppOperations.all().contains(operation));
  }

  Workspace choose(Workspace workspace) {
    return refresh ? workspace.refreshing() : workspace;
  }
}
