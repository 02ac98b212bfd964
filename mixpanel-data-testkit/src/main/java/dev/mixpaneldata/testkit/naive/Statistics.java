package dev.mixpaneldata.testkit.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EngagementResult;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The five statistics that have no report at Mixpanel. They read properties as they were sent. */
final class Statistics {
  private final NaiveProject project;

  Statistics(NaiveProject project) {
    this.project = project;
  }

  private List<NaiveEvent> events(DateRange range, List<String> names) {
    return project.events(project.within(range).and(NaiveProject.named(names)));
  }

  /** Counts values. Numbers are doubles, so that 1 and 1.0 are one value; 1 and "1" are two. */
  DistributionResult distribution(DistributionRequest request) {
    Map<@Nullable Object, Long> counts = new HashMap<>();
    for (NaiveEvent event : events(request.range(), List.of(request.event()))) {
      JsonNode value = event.properties().path(request.propertyName());
      JsonNode same = value.isNumber() ? DoubleNode.valueOf(value.doubleValue()) : value;
      counts.merge(LenientReader.value(same), 1L, Long::sum);
    }
    return DistributionResult.of(request, counts, Optional.empty());
  }

  NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    List<Double> numbers = new ArrayList<>();
    for (NaiveEvent event : events(request.range(), List.of(request.event()))) {
      JsonNode value = event.properties().path(request.propertyName());
      if (value.isNumber()) {
        numbers.add(value.doubleValue());
      }
    }
    return NumericSummary.of(request, numbers.stream().sorted().toList());
  }

  DailyCountsResult dailyCounts(DailyCountsRequest request) {
    Map<LocalDate, Map<String, Long>> counts = new TreeMap<>();
    for (NaiveEvent event : events(request.range(), request.events())) {
      counts
          .computeIfAbsent(project.clock(event).toLocalDate(), day -> new HashMap<>())
          .merge(event.name(), 1L, Long::sum);
    }
    return DailyCountsResult.of(request, counts, Optional.empty());
  }

  /** Counts users by group. Each user is in the highest group whose least number they reach. */
  EngagementResult engagement(EngagementRequest request) {
    Map<String, List<NaiveEvent>> users =
        project.eventsByUser(
            project.within(request.range()).and(NaiveProject.named(request.events())));
    Map<Integer, Long> groups = new TreeMap<>();
    for (List<NaiveEvent> events : users.values()) {
      request.buckets().stream()
          .filter(least -> events.size() >= least)
          .max(Integer::compare)
          .ifPresent(group -> groups.merge(group, 1L, Long::sum));
    }
    return EngagementResult.of(request, users.size(), groups, Optional.empty());
  }

  CoverageResult coverage(CoverageRequest request) {
    List<NaiveEvent> events = events(request.range(), List.of(request.event()));
    Map<String, Long> defined = new HashMap<>();
    for (String property : request.properties()) {
      defined.put(
          property, events.stream().filter(e -> e.properties().hasNonNull(property)).count());
    }
    return CoverageResult.of(request, events.size(), defined, Optional.empty());
  }
}
