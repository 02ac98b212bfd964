package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.ProvisionalColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of users who came back.
 *
 * @param fromDate the first day of the first event, inclusive
 * @param toDate the last day of the first event, inclusive
 * @param interval units in an interval
 * @param overallRetention the share that came back in each interval, 0 to 1, over all rows in which
 *     it is over: their counts added, divided by their sizes added. It ends where no user has the
 *     interval behind them
 * @param cohorts a row for each bucket, in order of time, those without users included
 * @param segments rows by value of the property it is split by; empty if not split
 * @param definition the report in Mixpanel's own form, if it was sent so
 */
public record RetentionResult(
    String bornEvent,
    String returnEvent,
    LocalDate fromDate,
    LocalDate toDate,
    CalendarUnit unit,
    int interval,
    List<Integer> brackets,
    RetentionType retentionType,
    RetentionAlignment alignment,
    UnboundedMode unboundedMode,
    Optional<String> segmentProperty,
    List<Double> overallRetention,
    List<RetentionCohort> cohorts,
    Map<String, List<RetentionCohort>> segments,
    @Hidden Optional<Json> definition,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  /** The meaning of the mark on an interval that is not over. */
  static final String UNFINISHED = "not over yet for all users of the row: the number can grow";

  /** Names the rows of all segments together. */
  private static final String OVERALL = "$overall";

  private static final String COMPLETE = "complete";

  public RetentionResult {
    brackets = List.copyOf(brackets);
    overallRetention = List.copyOf(overallRetention);
    cohorts = List.copyOf(cohorts);
    segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
  }

  /** Returns the answer to a request, with its shares. */
  public static RetentionResult of(
      RetentionRequest request,
      List<RetentionCohort> cohorts,
      Map<String, List<RetentionCohort>> segments,
      Optional<Json> raw) {
    return new RetentionResult(
        request.bornEvent(),
        request.returnEventOrBorn(),
        request.range().from(),
        request.range().to(),
        request.unit(),
        request.interval(),
        request.brackets(),
        request.retentionType(),
        request.alignment(),
        request.unboundedMode(),
        request.on(),
        overall(cohorts),
        cohorts,
        segments,
        Optional.empty(),
        raw);
  }

  private static List<Double> overall(List<RetentionCohort> cohorts) {
    int longest = cohorts.stream().mapToInt(RetentionCohort::completeIntervals).max().orElse(0);
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      int number = i;
      List<RetentionCohort> having = cohorts.stream().filter(c -> c.isComplete(number)).toList();
      long size = having.stream().mapToLong(RetentionCohort::size).sum();
      long count = having.stream().mapToLong(c -> c.counts().get(number)).sum();
      if (size == 0) {
        break;
      }
      shares.add((double) count / size);
    }
    return List.copyOf(shares);
  }

  /** Returns the answer with the definition of its question. */
  public RetentionResult definedBy(Json params) {
    return new RetentionResult(
        bornEvent,
        returnEvent,
        fromDate,
        toDate,
        unit,
        interval,
        brackets,
        retentionType,
        alignment,
        unboundedMode,
        segmentProperty,
        overallRetention,
        cohorts,
        segments,
        Optional.of(params),
        raw);
  }

  @Override
  public Chart chart() {
    String title =
        bornEvent
            + ", then "
            + returnEvent
            + segmentProperty.map(property -> " by " + property).orElse("")
            + ", "
            + ReportCharts.period(fromDate, toDate);
    if (segments.isEmpty()) {
      return ReportCharts.retention(title, cohorts);
    }
    Map<String, List<RetentionCohort>> rows = new LinkedHashMap<>();
    rows.put(OVERALL, cohorts);
    rows.putAll(segments);
    return ReportCharts.shares(title, rows, RetentionResult::overall);
  }

  @Override
  public List<String> header() {
    return List.of("segment", "date", "size", "interval", "count", "retention", COMPLETE);
  }

  @Override
  public Optional<ProvisionalColumns> marks() {
    return Optional.of(new ProvisionalColumns(COMPLETE, List.of("count", "retention"), UNFINISHED));
  }

  /** One row a cohort and interval; split, the rows of all together are {@code $overall}. */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addRows(rows, segments.isEmpty() ? null : OVERALL, cohorts);
    segments.forEach((segment, segmentCohorts) -> addRows(rows, segment, segmentCohorts));
    return rows;
  }

  private static void addRows(
      List<List<@Nullable Object>> rows, @Nullable String segment, List<RetentionCohort> cohorts) {
    for (RetentionCohort cohort : cohorts) {
      for (int i = 0; i < cohort.counts().size(); i++) {
        rows.add(
            Arrays.<@Nullable Object>asList(
                segment,
                cohort.date(),
                cohort.size(),
                i,
                cohort.counts().get(i),
                cohort.retention().get(i),
                cohort.isComplete(i)));
      }
    }
  }
}
