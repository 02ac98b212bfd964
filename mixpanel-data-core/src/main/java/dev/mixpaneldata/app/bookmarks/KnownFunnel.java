package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FunnelRequest;
import java.util.List;
import java.util.Optional;

/**
 * A saved funnel whose rules are known, so that a local table can compute it.
 *
 * @param steps the events of its steps, in order, at least two
 * @param window its conversion window, as {@link ConversionWindow#parse} reads it
 */
public record KnownFunnel(long funnelId, String name, List<String> steps, String window) {
  public KnownFunnel {
    steps = List.copyOf(steps);
  }

  /** Returns a request for the saved funnel with its steps in the place of its id. */
  public FunnelRequest in(FunnelRequest asked) {
    ConversionWindow within = asked.window().orElseGet(() -> ConversionWindow.parse(window));
    return asked.with(
        r ->
            r.funnelId(Optional.empty())
                .steps(steps.stream().map(EventSelector::of).toList())
                .window(within));
  }
}
