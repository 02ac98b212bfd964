package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.analysis.ChangeSearch.Contribution;
import dev.mixpaneldata.mcp.analysis.ChangeSearch.Part;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The project's other events: they show which days have data, and one that appears on a day
 * explains what is missing.
 */
record OtherEvents(Map<String, Map<LocalDate, Double>> numbers) {
  /** What fits into one query. */
  private static final int COMPARED = 100;

  private static final int SHOWN = 3;

  static final OtherEvents NONE = new OtherEvents(Map.of());

  static OtherEvents of(Reports reports, List<String> events, String event, DateRange range) {
    List<String> others = events.stream().filter(e -> !e.equals(event)).limit(COMPARED).toList();
    Map<String, Map<LocalDate, Double>> numbers = new TreeMap<>();
    if (!others.isEmpty()) {
      reports
          .eventCounts(EventCountsRequest.of(others, range))
          .series()
          .forEach((name, series) -> numbers.put(name, DayNumbers.of(series)));
    }
    return new OtherEvents(numbers);
  }

  /** Those that were not as usual on a day, the largest change first. */
  List<Contribution> changed(LocalDate day, SortedSet<LocalDate> known) {
    List<Part> parts = new ArrayList<>();
    numbers.forEach((event, days) -> parts.add(new Part("event", event, days)));
    return ChangeSearch.of(day, Map.of(), known, parts).segments().stream()
        .filter(Contribution::beyondUsual)
        .sorted(Comparator.comparingDouble((Contribution c) -> Math.abs(c.change())).reversed())
        .limit(SHOWN)
        .toList();
  }
}
