package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.CalendarUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Retention: the users who come back. Rows are the units of the range by the project's clock.
 * Intervals are fixed times that each user counts from their own first event of the row (Retention
 * reference), or the units of the calendar, beginning with the one that has this event.
 */
final class Retention {
  private final NaiveProject project;
  private final RetentionRequest request;
  private final TimeBuckets cut;
  private final Map<String, List<NaiveEvent>> returns;
  private final List<Birth> births = new ArrayList<>();

  /** The entry of a user into a row, at an instant. */
  private record Birth(String row, String user, NaiveEvent event) {
    long millis() {
      return event.timeMillis();
    }
  }

  Retention(NaiveProject project, RetentionRequest request) {
    this.project = project;
    this.request = request;
    this.cut = TimeBuckets.by(request.unit().unit(), request.range());
    this.returns =
        project.eventsByUser(
            project.selected(request.returnEventOrBorn(), request.returnCondition()));
    addBirths();
  }

  private void addBirths() {
    boolean compounded = request.retentionType() == RetentionType.COMPOUNDED;
    Predicate<NaiveEvent> born =
        project.selected(
            request.bornEvent(), compounded ? request.returnCondition() : request.bornCondition());
    project
        .eventsByUser(project.within(request.range()).and(born))
        .forEach(
            (user, events) -> {
              Set<String> rows = new HashSet<>();
              for (NaiveEvent event : events) {
                String row = cut.nameAt().apply(project.clock(event));
                // A user is born once, or once in each row.
                if (rows.isEmpty() || (compounded && !rows.contains(row))) {
                  rows.add(row);
                  births.add(new Birth(row, user, event));
                }
              }
            });
  }

  RetentionResult result() {
    return RetentionResult.of(
        request, rows(event -> true, event -> true), segments(), Optional.empty());
  }

  /**
   * Returns the cohorts of the segments of returning events; each segment is measured against the
   * whole row, or against its own users if it is split by cohorts.
   */
  private Map<String, List<RetentionCohort>> segments() {
    Optional<Splits> split = Splits.of(project, request.groupings());
    if (split.isEmpty()) {
      return Map.of();
    }
    Splits breakdown = split.get();
    boolean ofUsers = request.groupings().stream().allMatch(by -> by.users().isPresent());
    Map<String, Set<String>> usersBack = new LinkedHashMap<>();
    for (Birth birth : births) {
      for (NaiveEvent event : returns.getOrDefault(birth.user(), List.of())) {
        if (interval(birth, event) >= 0) {
          breakdown
              .segments(event)
              .forEach(
                  segment ->
                      usersBack.computeIfAbsent(segment, s -> new HashSet<>()).add(birth.user()));
        }
      }
    }
    Map<String, Long> sizes = new LinkedHashMap<>();
    usersBack.forEach((segment, users) -> sizes.put(segment, (long) users.size()));
    Map<String, List<RetentionCohort>> segments = new LinkedHashMap<>();
    for (String segment :
        Ranking.largest(sizes, request.limit().orElse(SegmentationRequest.DEFAULT_LIMIT))) {
      Predicate<NaiveEvent> inside = event -> breakdown.segments(event).contains(segment);
      // The users of a cohort begin in it, too.
      segments.put(segment, rows(ofUsers ? inside : event -> true, inside));
    }
    return segments;
  }

  private List<RetentionCohort> rows(Predicate<NaiveEvent> begins, Predicate<NaiveEvent> wanted) {
    List<RetentionCohort> rows = new ArrayList<>();
    for (String row : cut.names()) {
      List<Birth> born =
          births.stream().filter(b -> b.row().equals(row) && begins.test(b.event())).toList();
      List<Set<Integer>> intervals = born.stream().map(b -> intervals(b, wanted)).toList();
      List<Long> counts = new ArrayList<>();
      for (int i = 0; i < begunIntervals(row); i++) {
        int number = i;
        counts.add(intervals.stream().filter(hit -> isBackIn(hit, number)).count());
      }
      rows.add(RetentionCohort.of(row, born.size(), counts, completeIntervals(row)));
    }
    return rows;
  }

  /**
   * Returns how many intervals of the row's first users have begun before the data end; at least
   * one.
   */
  private long begunIntervals(String row) {
    if (project.until().isEmpty()) {
      return intervals();
    }
    LocalDate first = LocalDate.parse(row);
    Instant start =
        project.startOf(first.isBefore(request.range().from()) ? request.range().from() : first);
    long begun = 1;
    while (begun < intervals() && beginOf(begun, first, start).isBefore(project.until().get())) {
      begun++;
    }
    return begun;
  }

  /**
   * Returns how many intervals are over for the row's last users, who came as its days in the range
   * ended.
   */
  private int completeIntervals(String row) {
    if (project.until().isEmpty()) {
      return intervals();
    }
    LocalDate first = LocalDate.parse(row);
    LocalDate end = request.range().to().plusDays(1);
    for (LocalDate day = first.plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
      boolean nextRow = cut.names().contains(day.toString());
      end = nextRow ? day : end;
    }
    int complete = 0;
    while (complete < intervals()
        && !beginOf(complete + 1L, first, project.startOf(end)).isAfter(project.until().get())) {
      complete++;
    }
    // With unbounded returns, an interval is over only when the last one is.
    return request.unboundedMode() == UnboundedMode.CARRY_BACK && complete < intervals()
        ? 0
        : complete;
  }

  private Instant beginOf(long interval, LocalDate row, Instant firstTime) {
    if (request.alignment() == RetentionAlignment.ROLLING) {
      return firstTime.plusMillis(unitsBefore(interval) * unitMillis());
    }
    long units = unitsBefore(interval);
    return project.startOf(
        switch (request.unit()) {
          case DAY -> row.plusDays(units);
          case WEEK -> row.plusWeeks(units);
          case MONTH -> row.plusMonths(units);
        });
  }

  private boolean isBackIn(Set<Integer> intervals, int number) {
    return switch (request.unboundedMode()) {
      case NONE -> intervals.contains(number);
      case CARRY_BACK -> intervals.stream().anyMatch(i -> i >= number);
      case CARRY_FORWARD -> intervals.stream().anyMatch(i -> i <= number);
      case CONSECUTIVE_FORWARD ->
          IntStream.rangeClosed(Math.min(1, number), number).allMatch(intervals::contains);
    };
  }

  private Set<Integer> intervals(Birth birth, Predicate<NaiveEvent> wanted) {
    Set<Integer> intervals = new HashSet<>();
    for (NaiveEvent event : returns.getOrDefault(birth.user(), List.of())) {
      int interval = interval(birth, event);
      if (interval >= 0 && wanted.test(event)) {
        intervals.add(interval);
      }
    }
    return intervals;
  }

  /** Returns the interval of an event; -1 if it is in no requested one, or not after birth. */
  private int interval(Birth birth, NaiveEvent event) {
    long since = event.timeMillis() - birth.millis();
    long units =
        request.alignment() == RetentionAlignment.ROLLING
            ? since / unitMillis()
            : unitsBetween(birth, event);
    for (int interval = 0; since > 0 && interval < intervals(); interval++) {
      if (units < unitsBefore(interval + 1L)) {
        return interval;
      }
    }
    return -1;
  }

  private int intervals() {
    return request.brackets().isEmpty() ? request.intervalCount() : request.brackets().size();
  }

  private long unitsBefore(long interval) {
    if (request.brackets().isEmpty()) {
      return interval * request.interval();
    }
    return interval == 0 ? 0 : request.brackets().get((int) interval - 1);
  }

  private long unitsBetween(Birth birth, NaiveEvent event) {
    LocalDateTime from = request.unit().unit().floor(project.clock(birth.millis()));
    LocalDateTime to = request.unit().unit().floor(project.clock(event));
    return switch (request.unit()) {
      case DAY -> ChronoUnit.DAYS.between(from, to);
      case WEEK -> ChronoUnit.WEEKS.between(from, to);
      case MONTH -> ChronoUnit.MONTHS.between(from, to);
    };
  }

  private long unitMillis() {
    return Duration.ofDays(daysOf(request.unit())).toMillis();
  }

  /**
   * Returns the days of a unit. A day is always 24 hours here, even when clocks change, and a month
   * 30 days.
   */
  private static int daysOf(CalendarUnit unit) {
    return switch (unit) {
      case DAY -> 1;
      case WEEK -> 7;
      case MONTH -> 30;
    };
  }
}
