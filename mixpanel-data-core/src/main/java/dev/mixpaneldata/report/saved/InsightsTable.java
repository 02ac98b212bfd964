package dev.mixpaneldata.report.saved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an Insights report as rows, one for each metric, segment and bucket. Beside the
 * number are that of the period before, the change, and the counts behind a rate.
 */
final class InsightsTable implements ReportTable {
  private static final String ALL = "all";

  private final List<String> levels;
  private final List<ReportLine> lines;
  private final List<ReportLine> previous;
  private final List<ReportLine> change;
  private final List<ReportLine> secondary;
  private final String secondaryName;
  private final boolean overTime;

  InsightsTable(
      List<String> headers,
      List<ReportLine> lines,
      List<ReportLine> previous,
      List<ReportLine> change,
      List<ReportLine> secondary) {
    this.lines = lines;
    this.previous = previous;
    this.change = change;
    this.secondary = secondary;
    this.secondaryName = headers.contains("$retention") ? "size" : "count";
    this.levels = levels(headers, lines);
    this.overTime =
        lines.stream().flatMap(l -> l.values().keySet().stream()).anyMatch(b -> !b.equals(ALL));
  }

  /** Returns the answer's own headers; levels deeper than these are numbered. */
  private static List<String> levels(List<String> headers, List<ReportLine> lines) {
    int depth = lines.stream().mapToInt(line -> 1 + line.segment().size()).max().orElse(1);
    List<String> levels = new ArrayList<>(headers);
    while (levels.size() < depth) {
      levels.add("level_" + (levels.size() + 1));
    }
    return levels;
  }

  @Override
  public List<String> header() {
    List<String> header = new ArrayList<>(levels);
    if (overTime) {
      header.add("date");
    }
    header.add("value");
    if (!previous.isEmpty()) {
      header.add("previous");
    }
    if (!change.isEmpty()) {
      header.add("change");
    }
    if (!secondary.isEmpty()) {
      header.add(secondaryName);
    }
    return List.copyOf(header);
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ReportLine line : everyLine()) {
      addRows(rows, line);
    }
    return rows;
  }

  /**
   * Returns the lines of the period, then those that only the period before has, without numbers.
   */
  private List<ReportLine> everyLine() {
    List<ReportLine> all = new ArrayList<>(lines);
    Stream.of(previous, change, secondary)
        .flatMap(List::stream)
        .filter(line -> all.stream().noneMatch(line::matches))
        .map(line -> new ReportLine(line.metric(), line.segment(), Map.of()))
        .forEach(line -> Optional.of(line).filter(l -> !all.contains(l)).ifPresent(all::add));
    return all;
  }

  private void addRows(List<List<@Nullable Object>> rows, ReportLine line) {
    Map<String, @Nullable Number> changes = valuesOf(change, line);
    Map<String, @Nullable Number> seconds = valuesOf(secondary, line);
    List<@Nullable Number> before = new ArrayList<>(valuesOf(previous, line).values());
    Set<String> buckets = new LinkedHashSet<>(line.values().keySet());
    buckets.addAll(changes.keySet());
    buckets.addAll(seconds.keySet());
    int position = 0;
    for (String bucket : buckets) {
      // The periods differ in their dates, so buckets are matched by position.
      @Nullable Number then = position < before.size() ? before.get(position) : null;
      rows.add(row(line, bucket, then, changes.get(bucket), seconds.get(bucket)));
      position++;
    }
    for (; position < before.size(); position++) {
      rows.add(row(line, null, before.get(position), null, null));
    }
  }

  private static Map<String, @Nullable Number> valuesOf(List<ReportLine> measure, ReportLine line) {
    return measure.stream()
        .filter(line::matches)
        .findFirst()
        .map(ReportLine::values)
        .orElse(Collections.emptyMap());
  }

  private List<@Nullable Object> row(
      ReportLine line,
      @Nullable String bucket,
      @Nullable Number before,
      @Nullable Number changed,
      @Nullable Number second) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(line.metric());
    for (int i = 0; i < levels.size() - 1; i++) {
      row.add(i < line.segment().size() ? line.segment().get(i) : SeriesTree.OVERALL);
    }
    if (overTime) {
      row.add(bucket);
    }
    row.add(bucket == null ? null : line.values().get(bucket));
    if (!previous.isEmpty()) {
      row.add(before);
    }
    if (!change.isEmpty()) {
      row.add(changed);
    }
    if (!secondary.isEmpty()) {
      row.add(second);
    }
    return row;
  }
}
