package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchPlan;
import dev.mixpaneldata.fetch.FetchPlanRequest;

/** The question before a fetch that brings much. */
final class LargeFetch {
  private LargeFetch() {}

  /**
   * Says what a large fetch takes. At a terminal it asks whether to go on, and lets Mixpanel count
   * the events if no local table tells their number; in a pipe the fetch goes on.
   *
   * @param agreed whether the user has agreed already
   */
  static void announce(CommandContext context, FetchEvents request, boolean agreed) {
    boolean asks = !agreed && context.terminal().input() && context.terminal().error();
    FetchPlan plan = context.workspace().fetchPlan(FetchPlanRequest.of(request));
    if (plan.large() && asks && plan.events().isEmpty()) {
      plan = context.workspace().fetchPlan(new FetchPlanRequest(request, true));
    }
    if (!plan.large()) {
      return;
    }
    context.say("This fetch takes " + plan.words());
    if (asks) {
      context.confirm("Fetch them?", false, "--yes");
    }
  }
}
