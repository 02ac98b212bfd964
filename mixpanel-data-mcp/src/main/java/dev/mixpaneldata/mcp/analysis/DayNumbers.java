package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.analysis.ChangeSearch.Part;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Series of reports, whose keys are texts, as numbers by day. */
final class DayNumbers {
  private DayNumbers() {}

  static Map<LocalDate, Double> of(Map<String, ? extends Number> buckets) {
    Map<LocalDate, Double> days = new TreeMap<>();
    buckets.forEach(
        (bucket, n) ->
            days.merge(LocalDate.parse(bucket.substring(0, 10)), n.doubleValue(), Double::sum));
    return days;
  }

  /** The segments of a split as parts of a search, without those that hold all or nothing. */
  static List<Part> parts(
      String dimension, Map<String, ? extends Map<String, ? extends Number>> series) {
    return series.entrySet().stream()
        .filter(segment -> !segment.getKey().equals(Segments.ABSENT))
        .map(segment -> new Part(dimension, segment.getKey(), of(segment.getValue())))
        .filter(part -> part.numbers().values().stream().anyMatch(n -> n > 0))
        .toList();
  }

  /**
   * The days that have data: those on which any event happened, from the first day of the event in
   * question. Before that it was not there to be counted, and a day without any event is a gap.
   */
  static SortedSet<LocalDate> known(
      Map<LocalDate, Double> event, Collection<Map<LocalDate, Double>> others) {
    Map<LocalDate, Double> all = new HashMap<>(event);
    others.forEach(numbers -> numbers.forEach((day, n) -> all.merge(day, n, Double::sum)));
    SortedSet<LocalDate> known = new TreeSet<>();
    all.forEach(
        (day, n) -> {
          if (n > 0) {
            known.add(day);
          }
        });
    SortedSet<LocalDate> own = new TreeSet<>();
    event.forEach(
        (day, n) -> {
          if (n > 0) {
            own.add(day);
          }
        });
    return own.isEmpty() ? own : known.tailSet(own.first());
  }
}
