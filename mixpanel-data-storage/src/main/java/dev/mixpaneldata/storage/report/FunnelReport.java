package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.CodePoints;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the users who get from step to step. The engine finds the events and gathers them by user;
 * the steps are then followed user by user in Java, since order, grace, exclusions and re-entry
 * together cannot be expressed in SQL that anybody could check.
 */
final class FunnelReport {
  private final ReportContext session;
  private final FunnelRequest request;
  private final FunnelMatcher matcher;
  private final FunnelTally tally;

  FunnelReport(ReportContext session, FunnelRequest request) {
    if (request.funnelId().isPresent()) {
      throw MixpanelDataException.cannotAnswer(
          "The steps of the saved funnel "
              + request.funnelId().get()
              + " are known to Mixpanel"
              + " alone.",
          Hint.anyOf(
              Hint.way("give its steps with {}", Reference.FUNNEL_STEPS),
              Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
    }
    this.session = session;
    this.request = request;
    this.matcher =
        new FunnelMatcher(
            request.steps().size(),
            request.windowOrDefault().duration().toMillis(),
            request.order() == FunnelOrder.ANY,
            bans(request));
    this.tally =
        new FunnelTally(
            request,
            matcher,
            new FunnelPaths(
                selectors(request).size(),
                !request.holdConstant().isEmpty(),
                request.on().isPresent(),
                FunnelRows.entersOnce(request)));
  }

  private static List<FunnelMatcher.Ban> bans(FunnelRequest request) {
    if (request.order() == FunnelOrder.ANY && !request.exclusions().isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "Exclusions lie between two steps, so they need steps in a fixed order.",
          "Leave out the exclusions, or keep the order of the steps.");
    }
    List<FunnelMatcher.Ban> bans = new ArrayList<>();
    int steps = request.steps().size();
    for (int i = 0; i < request.exclusions().size(); i++) {
      Exclusion exclusion = request.exclusions().get(i);
      bans.add(
          new FunnelMatcher.Ban(
              steps + i, exclusion.fromStep().orElse(1) - 1, exclusion.toStep().orElse(steps) - 1));
    }
    return bans;
  }

  FunnelResult run() throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    request.steps().forEach(step -> names.add(step.event()));
    request.exclusions().forEach(exclusion -> names.add(exclusion.event()));
    session.coverage().require(request.range(), names);
    cutBuckets();
    new FunnelRows(session, request, matcher.window()).read(tally);
    Map<String, List<FunnelStep.Counted>> counted = new TreeMap<>();
    FunnelCounts total = new FunnelCounts(request.steps().size());
    tally
        .series()
        .forEach(
            (bucket, counts) -> {
              counted.put(bucket, counts.steps(request.steps()));
              total.add(counts);
            });
    return FunnelResult.of(
        request,
        Optional.empty(),
        total.steps(request.steps()),
        counted,
        largest(),
        Optional.empty());
  }

  private void cutBuckets() {
    DateRange range = request.range();
    if (request.interval().isPresent()) {
      range.split(request.interval().get()).forEach(part -> cut(part.from().toString(), part));
    } else if (request.unit().isPresent()) {
      BucketUnit unit = request.unit().get().unit();
      for (String key : Buckets.of(range, unit)) {
        LocalDate first = LocalDate.parse(key);
        LocalDateTime next = unit.next(first.atStartOfDay());
        LocalDate last = next.toLocalDate().minusDays(1);
        cut(
            key,
            new DateRange(
                first.isBefore(range.from()) ? range.from() : first,
                last.isAfter(range.to()) ? range.to() : last));
      }
    } else {
      cut(range.from().toString(), range);
    }
  }

  private void cut(String key, DateRange part) {
    long zero = session.clock().start(request.range().from()).toEpochMilli();
    tally.addBucket(
        key,
        session.clock().start(part.from()).toEpochMilli() - zero,
        session.clock().end(part).toEpochMilli() - zero);
  }

  private Map<String, List<FunnelStep.Counted>> largest() {
    Map<String, List<FunnelStep.Counted>> largest = new LinkedHashMap<>();
    tally.segments().entrySet().stream()
        .filter(entry -> entry.getValue().entered() > 0)
        .sorted(
            Map.Entry.<String, FunnelCounts>comparingByValue(
                    (a, b) -> Long.compare(b.entered(), a.entered()))
                .thenComparing(Map.Entry.comparingByKey(CodePoints.ORDER)))
        .limit(request.limit().orElse(FunnelRequest.DEFAULT_LIMIT))
        .forEach(e -> largest.put(e.getKey(), e.getValue().steps(request.steps())));
    return largest;
  }

  /** Returns the selectors of the steps and exclusions. */
  static List<EventSelector> selectors(FunnelRequest request) {
    List<EventSelector> selectors = new ArrayList<>(request.steps());
    request
        .exclusions()
        .forEach(
            exclusion -> selectors.add(new EventSelector(exclusion.event(), exclusion.where())));
    return selectors;
  }
}
