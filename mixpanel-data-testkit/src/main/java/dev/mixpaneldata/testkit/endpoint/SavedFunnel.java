package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import java.util.Arrays;
import java.util.List;

/** A saved funnel. Its order is loose, and it counts users. */
public record SavedFunnel(
    long id, String name, List<EventSelector> steps, ConversionWindow window) {
  /** Copies the steps. */
  public SavedFunnel {
    steps = List.copyOf(steps);
  }

  /** Returns a funnel of these events within 7 days. */
  public static SavedFunnel of(long id, String name, String... events) {
    return new SavedFunnel(
        id, name, Arrays.stream(events).map(EventSelector::of).toList(), ConversionWindow.DEFAULT);
  }
}
