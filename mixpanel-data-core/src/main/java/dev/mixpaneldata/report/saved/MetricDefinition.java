package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The definition of an Insights report that shows one saved metric or behavior. */
final class MetricDefinition {
  private MetricDefinition() {}

  static Json of(Map<String, Object> clause, MetricReportRequest request) {
    String unit = request.unit().name().toLowerCase(Locale.ROOT);
    Map<String, Object> sections = new LinkedHashMap<>();
    sections.put("show", List.of(clause));
    sections.put("time", List.of(request.range().map(r -> days(r, unit)).orElse(lastDays(unit))));
    sections.put("filter", List.of());
    sections.put(
        "group", request.on().map(MetricDefinition::group).map(List::of).orElse(List.of()));
    Map<String, Object> display = new LinkedHashMap<>();
    display.put("chartType", chart(clause));
    display.put("analysis", "linear");
    Map<String, Object> bookmark = new LinkedHashMap<>();
    bookmark.put("sections", sections);
    bookmark.put("displayOptions", display);
    return new Json(Mappers.write(bookmark));
  }

  private static String chart(Map<String, Object> clause) {
    @Nullable Object type =
        clause.get("behavior") instanceof Map<?, ?> behavior ? behavior.get("type") : null;
    return switch (String.valueOf(Optional.ofNullable(type).orElse(""))) {
      case "funnel" -> "funnel-steps";
      case "retention" -> "retention-curve";
      default -> "line";
    };
  }

  private static Map<String, Object> days(DateRange range, String unit) {
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("dateRangeType", "between");
    time.put("unit", unit);
    time.put("value", List.of(range.from().toString(), range.to().toString()));
    return time;
  }

  private static Map<String, Object> lastDays(String unit) {
    Map<String, Object> window = new LinkedHashMap<>();
    window.put("unit", "day");
    window.put("value", MetricReportRequest.DEFAULT_DAYS);
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("dateRangeType", "in the last");
    time.put("unit", unit);
    time.put("window", window);
    return time;
  }

  private static Map<String, Object> group(String property) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("value", property);
    group.put("propertyName", property);
    group.put("resourceType", "events");
    group.put("propertyType", "string");
    group.put("propertyDefaultType", "string");
    return group;
  }
}
