package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The funnels or retention of a saved report as rows. Mixpanel nests them by date and, where the
 * report is split, by segment, in either order.
 */
record DatedTable(List<String> header, List<List<@Nullable Object>> cells) implements ReportTable {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
  private static final List<String> PLACE = List.of("date", "segment");

  /** Returns the steps of each funnel; empty if the series has none. */
  static Optional<ReportTable> ofFunnels(Json series) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addSteps(rows, null, null, Mappers.read(series.text()));
    return of(
        List.of(
            "step",
            "event",
            "count",
            "conversion_rate",
            "overall_conversion_rate",
            "average_seconds",
            "average_seconds_from_start"),
        rows);
  }

  /** Returns the intervals of each group of users; empty if the series has none. */
  static Optional<ReportTable> ofRetention(Json series) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addIntervals(rows, null, null, Mappers.read(series.text()));
    return of(List.of("size", "interval", "count", "retention"), rows);
  }

  private static Optional<ReportTable> of(List<String> numbers, List<List<@Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    boolean split = rows.stream().anyMatch(row -> row.get(1) != null);
    List<String> header = new ArrayList<>(PLACE);
    header.addAll(numbers);
    if (!split) {
      header.remove(1);
      rows.forEach(row -> row.remove(1));
    }
    return Optional.of(new DatedTable(List.copyOf(header), rows));
  }

  private static void addSteps(
      List<List<@Nullable Object>> rows,
      @Nullable String date,
      @Nullable String segment,
      JsonNode node) {
    int number = 1;
    for (JsonNode step : node.isArray() ? LenientReader.elements(node) : List.<JsonNode>of()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(date);
      row.add(segment);
      row.add(number++);
      row.add(LenientReader.text(step.path("step_label")).orElse(step.path("event").asText()));
      for (String name :
          List.of(
              "count",
              "step_conv_ratio",
              "overall_conv_ratio",
              "avg_time",
              "avg_time_from_start")) {
        row.add(LenientReader.value(step.path(name)));
      }
      rows.add(row);
    }
    LenientReader.fields(node)
        .forEach(
            (name, inner) -> {
              if (name.equals("steps")) {
                addSteps(rows, date, segment, inner);
              } else if (!name.equals("analysis")) {
                boolean dated = DATE.matcher(name).matches();
                addSteps(rows, dated ? name : date, dated ? segment : name, inner);
              }
            });
  }

  private static void addIntervals(
      List<List<@Nullable Object>> rows,
      @Nullable String date,
      @Nullable String segment,
      JsonNode node) {
    if (!node.path("counts").isArray()) {
      LenientReader.fields(node)
          .forEach(
              (name, inner) -> {
                boolean dated = DATE.matcher(name).matches();
                addIntervals(rows, dated ? name : date, dated ? segment : name, inner);
              });
      return;
    }
    long size = LenientReader.count(node.path("first"));
    int interval = 0;
    for (JsonNode element : LenientReader.elements(node.path("counts"))) {
      long count = LenientReader.count(element);
      List<@Nullable Object> row = new ArrayList<>();
      row.add(date);
      row.add(segment);
      row.add(size);
      row.add(interval++);
      row.add(count);
      row.add(size == 0 ? null : (Double) ((double) count / size));
      rows.add(row);
    }
  }
}
