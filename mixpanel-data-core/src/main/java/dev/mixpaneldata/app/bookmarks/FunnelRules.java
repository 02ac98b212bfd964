package dev.mixpaneldata.app.bookmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.report.ConversionWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a saved funnel that can be computed elsewhere: plain events in order, and a window.
 * What has filters, exclusions, held properties or another order is not understood, since a funnel
 * that is nearly the saved one has other numbers.
 */
final class FunnelRules {
  /** The counting that the API of saved funnels has. */
  private static final Set<String> COUNTING = Set.of("", "conversion_rate_unique", "unique");

  private static final Set<String> UNITS = Set.of("second", "minute", "hour", "day", "week");

  /** Longer numbers are no window of the web application in any unit. */
  private static final long LONGEST = 100_000;

  private FunnelRules() {}

  /** Returns the funnel of a bookmark's params, if it is understood as a whole. */
  static Optional<KnownFunnel> of(long id, String name, JsonNode params) {
    JsonNode show = params.at("/sections/show");
    JsonNode behavior = show.at("/0/behavior");
    JsonNode math = show.at("/0/measurement/math");
    boolean whole =
        show.size() == 1
            && behavior.path("type").asText().equals("funnel")
            && isLoose(behavior)
            && isEmpty(behavior, "exclusions", "aggregateBy", "filter")
            && isEmpty(params.path("sections"), "filter")
            && COUNTING.contains(math.asText(""));
    Optional<String> window = window(behavior);
    if (!whole || window.isEmpty()) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    for (JsonNode step : behavior.path("behaviors")) {
      String event = step.path("name").asText("");
      boolean isPlain =
          step.path("type").asText().equals("event")
              && !event.isEmpty()
              && isEmpty(step, "filters")
              && isLoose(step);
      if (!isPlain) {
        return Optional.empty();
      }
      steps.add(event);
    }
    return steps.size() < 2
        ? Optional.empty()
        : Optional.of(new KnownFunnel(id, name, steps, window.get()));
  }

  private static boolean isLoose(JsonNode node) {
    return node.path("funnelOrder").asText("loose").equals("loose");
  }

  private static boolean isEmpty(JsonNode node, String... lists) {
    for (String list : lists) {
      JsonNode value = node.path(list);
      if (!value.isMissingNode()
          && !value.isNull()
          && !(value.isContainerNode() && value.isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> window(JsonNode behavior) {
    String unit = behavior.path("conversionWindowUnit").asText("").toLowerCase(Locale.ROOT);
    long length = LenientReader.count(behavior.path("conversionWindowDuration"));
    return UNITS.contains(unit) && length > 0 && length <= LONGEST
        ? Optional.of(ConversionWindow.parse(length + unit.substring(0, 1)).text())
        : Optional.empty();
  }
}
