package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.HourOrDay;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The number of users by the number of hours or days in which they were active.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param data by bucket: at index i the users active in at least i+1 hours or days of it. As long
 *     as the longest such unit has hours or days; all buckets of the range are there
 * @param segments {@code data} by value of the property it is split by; empty if not split
 */
public record FrequencyResult(
    Optional<String> event,
    LocalDate fromDate,
    LocalDate toDate,
    CalendarUnit unit,
    HourOrDay addictionUnit,
    Optional<String> segmentProperty,
    Map<String, List<Long>> data,
    Map<String, Map<String, List<Long>>> segments,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  public FrequencyResult {
    int length = length(unit, addictionUnit);
    data = padded(data, length);
    Map<String, Map<String, List<Long>>> copy = new LinkedHashMap<>();
    segments.forEach((segment, rows) -> copy.put(segment, padded(rows, length)));
    segments = Collections.unmodifiableMap(copy);
  }

  /** Returns the answer to a request. */
  public static FrequencyResult of(
      FrequencyRequest request,
      Map<String, List<Long>> data,
      Map<String, Map<String, List<Long>>> segments,
      Optional<Json> raw) {
    return new FrequencyResult(
        request.event(),
        request.range().from(),
        request.range().to(),
        request.unit(),
        request.addictionUnit(),
        request.on(),
        data,
        segments,
        raw);
  }

  /** Returns the greatest number of active hours or days in a unit. */
  public static int length(CalendarUnit unit, HourOrDay addictionUnit) {
    int days =
        switch (unit) {
          case DAY -> 1;
          case WEEK -> 7;
          case MONTH -> 31;
        };
    return addictionUnit == HourOrDay.DAY ? days : days * 24;
  }

  private static Map<String, List<Long>> padded(Map<String, List<Long>> rows, int length) {
    Map<String, List<Long>> padded = new TreeMap<>();
    rows.forEach(
        (bucket, users) -> {
          List<Long> filled = new ArrayList<>(users);
          while (filled.size() < length) {
            filled.add(0L);
          }
          padded.put(bucket, List.copyOf(filled));
        });
    return Collections.unmodifiableMap(padded);
  }

  @Override
  public Chart chart() {
    return ReportCharts.frequency(
        event.orElse("Any event") + ", share of users active in this many parts", data);
  }

  @Override
  public List<String> header() {
    return List.of("segment", "date", "at_least", "users");
  }

  /**
   * Returns one row for each bucket and number of hours or days; the segment is empty for all
   * together.
   */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addRows(rows, null, data);
    segments.forEach((segment, segmentRows) -> addRows(rows, segment, segmentRows));
    return rows;
  }

  private static void addRows(
      List<List<@Nullable Object>> rows, @Nullable String segment, Map<String, List<Long>> data) {
    data.forEach(
        (bucket, users) -> {
          for (int i = 0; i < users.size(); i++) {
            rows.add(Arrays.<@Nullable Object>asList(segment, bucket, i + 1, users.get(i)));
          }
        });
  }
}
