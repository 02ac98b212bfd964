package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.BucketUnit;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The frequency of use: the number of hours or days, by the project's clock, in which users were
 * active.
 */
final class Frequency {
  private final NaiveProject project;
  private final FrequencyRequest request;
  private final TimeBuckets cut;
  private final Map<String, List<NaiveEvent>> users;

  Frequency(NaiveProject project, FrequencyRequest request) {
    this.project = project;
    this.request = request;
    this.cut = TimeBuckets.by(request.unit().unit(), request.range());
    this.users =
        project.eventsByUser(
            project
                .within(request.range())
                .and(NaiveProject.named(request.event().map(List::of).orElse(List.of())))
                .and(project.passing(request.where())));
  }

  FrequencyResult result() {
    return FrequencyResult.of(request, rows(event -> true), segments(), Optional.empty());
  }

  private Map<String, Map<String, List<Long>>> segments() {
    if (request.on().isEmpty()) {
      return Map.of();
    }
    Breakdown breakdown = project.breakdown(request.on().get());
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (List<NaiveEvent> events : users.values()) {
      Set<String> seen = new HashSet<>();
      events.forEach(event -> seen.addAll(breakdown.segments(event)));
      seen.forEach(segment -> sizes.merge(segment, 1L, Long::sum));
    }
    Map<String, Map<String, List<Long>>> segments = new LinkedHashMap<>();
    for (String segment :
        Ranking.largest(sizes, request.limit().orElse(SegmentationRequest.DEFAULT_LIMIT))) {
      segments.put(segment, rows(event -> breakdown.segments(event).contains(segment)));
    }
    return segments;
  }

  private Map<String, List<Long>> rows(Predicate<NaiveEvent> wanted) {
    Map<String, List<Long>> rows = new LinkedHashMap<>();
    for (String row : cut.names()) {
      List<Integer> active = new ArrayList<>();
      users.values().forEach(events -> active.add(activeIn(row, events, wanted)));
      rows.put(row, atLeast(active));
    }
    return rows;
  }

  private int activeIn(String row, List<NaiveEvent> events, Predicate<NaiveEvent> wanted) {
    BucketUnit unit = request.addictionUnit().unit();
    Set<LocalDateTime> active = new HashSet<>();
    for (NaiveEvent event : events) {
      LocalDateTime time = project.clock(event);
      if (cut.nameAt().apply(time).equals(row) && wanted.test(event)) {
        active.add(unit.floor(time));
      }
    }
    return active.size();
  }

  /** Returns, at index i, the users that are active at least i + 1 times. */
  private List<Long> atLeast(List<Integer> active) {
    List<Long> users = new ArrayList<>();
    int length = FrequencyResult.length(request.unit(), request.addictionUnit());
    for (int i = 0; i < length; i++) {
      int least = i + 1;
      users.add(active.stream().filter(times -> times >= least).count());
    }
    return users;
  }
}
