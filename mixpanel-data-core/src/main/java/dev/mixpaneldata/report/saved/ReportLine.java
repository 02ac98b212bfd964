package dev.mixpaneldata.report.saved;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report: a metric, of all or of one segment.
 *
 * @param metric its name as Mixpanel writes it, {@code Login [Total Events]}
 * @param segment the values that it is split by, outermost first. Empty for the whole; shorter than
 *     the breakdown for the whole of an inner level
 * @param values the numbers by the start of their bucket, as Mixpanel writes it: ISO with an
 *     offset, or {@code all} where the report has no time axis. Whole numbers are {@code Long},
 *     others {@code Double}; null where Mixpanel has none, such as the rate of nobody
 */
public record ReportLine(
    String metric, List<String> segment, Map<String, @Nullable Number> values) {
  public ReportLine {
    segment = List.copyOf(segment);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns whether another line has the same metric and segment, in another period or measure. */
  boolean matches(ReportLine other) {
    return metric.equals(other.metric) && segment.equals(other.segment);
  }
}
