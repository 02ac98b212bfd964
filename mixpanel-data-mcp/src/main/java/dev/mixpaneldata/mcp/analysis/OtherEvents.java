package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.mcp.analysis.DropDiagnosis.Contribution;
import dev.mixpaneldata.mcp.analysis.DropDiagnosis.DayAgainstBefore;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Other events that were not as usual on a day; an error that appears explains what is missing. */
final class OtherEvents {
  /** What fits into one query. */
  private static final int COMPARED = 100;

  private static final int SHOWN = 3;

  /** Standard deviations that hardly happen by themselves, even among a hundred events. */
  private static final double UNUSUAL = 3.5;

  private static final double NEW = 5;

  private OtherEvents() {}

  static List<Contribution> changed(
      OperationContext context, String event, DateRange range, LocalDate day) {
    List<String> others =
        context.discovery().events().stream()
            .filter(e -> !e.equals(event))
            .limit(COMPARED)
            .toList();
    if (others.isEmpty()) {
      return List.of();
    }
    return context
        .reports()
        .eventCounts(EventCountsRequest.of(others, range))
        .series()
        .entrySet()
        .stream()
        .map(series -> contribution(series.getKey(), DayAgainstBefore.of(series.getValue(), day)))
        .filter(c -> unusual(c))
        .sorted(Comparator.comparingDouble((Contribution c) -> Math.abs(c.change())).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static Contribution contribution(String event, DayAgainstBefore own) {
    return new Contribution(
        "event",
        event,
        own.baseline(),
        own.actual(),
        own.change(),
        Optional.empty(),
        own.deviations());
  }

  /** What never happened before has no deviation; so many at once are no accident. */
  private static boolean unusual(Contribution c) {
    return c.baseline() == 0 ? c.actual() >= NEW : Math.abs(c.deviations()) >= UNUSUAL;
  }
}
