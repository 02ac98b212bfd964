package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.spi.RetentionProgress;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code {date: {"first": n, "counts": […]}}}. The form of a split answer is not documented:
 * segments inside dates and dates inside segments are both read.
 */
final class RetentionReader {
  private final BucketUnit unit;
  private final RetentionProgress progress;

  /** How many levels of segments surely stand around the dates, whose values may be dates too. */
  private final int levels;

  private final Map<String, RetentionCohort> cohorts = new TreeMap<>();
  private final Map<String, Map<String, RetentionCohort>> segments = new LinkedHashMap<>();

  private RetentionReader(BucketUnit unit, RetentionProgress progress, int levels) {
    this.unit = unit;
    this.progress = progress;
    this.levels = levels;
  }

  static RetentionResult read(RetentionRequest request, RetentionProgress progress, Json answer) {
    JsonNode rows = LenientReader.unwrap(Mappers.read(answer.text()), "results", "data");
    return read(request, progress, 0, rows, answer);
  }

  /**
   * Reads the answer to a definition: {@code {"series": {metric: {date: …}}}}, or with segments
   * around the dates. Beside the dates stands an average, which is computed here.
   */
  static RetentionResult readCurve(
      RetentionRequest request, RetentionProgress progress, Json answer) {
    JsonNode series = Mappers.read(answer.text()).path("series");
    JsonNode rows = LenientReader.fields(series).values().stream().findFirst().orElse(series);
    return read(request, progress, request.groupings().size(), rows, answer);
  }

  private static RetentionResult read(
      RetentionRequest request,
      RetentionProgress progress,
      int levels,
      JsonNode rows,
      Json answer) {
    RetentionReader reader = new RetentionReader(request.unit().unit(), progress, levels);
    reader.read(rows, List.of());
    if (reader.segments.isEmpty()) {
      reader.addRowsWithoutUsers(request);
    }
    Map<String, List<RetentionCohort>> split = new LinkedHashMap<>();
    reader.segments.forEach(
        (segment, cohorts) -> split.put(segment, List.copyOf(cohorts.values())));
    return RetentionResult.of(
        request, List.copyOf(reader.cohorts.values()), split, Optional.of(answer));
  }

  private void read(JsonNode node, List<String> segment) {
    LenientReader.fields(node)
        .forEach(
            (key, value) -> {
              if (isRow(value)) {
                // Beside the dates stands an average.
                if (BucketNames.isDate(key)) {
                  add(segment, key, value);
                }
              } else if (segment.size() < levels || !BucketNames.isDate(key)) {
                read(value, deeper(segment, key));
              } else {
                LenientReader.fields(value)
                    .forEach((inner, row) -> add(deeper(segment, inner), key, row));
              }
            });
  }

  private static List<String> deeper(List<String> segment, String value) {
    List<String> deeper = new ArrayList<>(segment);
    deeper.add(value);
    return deeper;
  }

  private static boolean isRow(JsonNode node) {
    return node.has("first") || node.has("counts");
  }

  private void add(List<String> segment, String date, JsonNode row) {
    boolean whole = segment.stream().allMatch(SeriesReader.OVERALL::equals);
    if (!isRow(row) || !whole && segment.contains(SeriesReader.OVERALL)) {
      return;
    }
    String name = BucketNames.of(date, unit);
    RetentionCohort cohort =
        cohort(
            name, LenientReader.count(row.path("first")), LenientReader.counts(row.path("counts")));
    if (whole) {
      cohorts.put(name, cohort);
    } else {
      segments.computeIfAbsent(Grouping.joined(segment), s -> new TreeMap<>()).put(name, cohort);
    }
  }

  /** Returns a cohort without Mixpanel's zeros of intervals that have not begun. */
  private RetentionCohort cohort(String date, long size, List<Long> counts) {
    List<Long> begun = counts.stream().limit(progress.begun(date)).toList();
    return RetentionCohort.of(date, size, begun, progress.complete(date));
  }

  private void addRowsWithoutUsers(RetentionRequest request) {
    boolean days =
        request.unit() == CalendarUnit.DAY
            && request.begin(request.intervals()) == request.intervals();
    if (days || cohorts.isEmpty()) {
      for (String date : Buckets.of(request.range(), unit)) {
        List<Long> nobody = Collections.nCopies(request.intervals(), 0L);
        cohorts.putIfAbsent(date, cohort(date, 0, nobody));
      }
    }
  }
}
