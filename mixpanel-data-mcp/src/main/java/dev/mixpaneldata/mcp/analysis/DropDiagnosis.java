package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which segments a day's change comes from. The day is compared with the mean of the seven days
 * before it, of the whole and of each segment, so that the segments' contributions add up to the
 * change of the whole.
 */
final class DropDiagnosis {
  private static final int BASELINE_DAYS = 7;
  private static final int SEGMENTS = 50;
  private static final int SHOWN = 5;

  private DropDiagnosis() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "Name of the event") String event,
      @Param(help = "The day of the drop") LocalDate date,
      @Param(
              help =
                  "Properties to look into; $os, $browser, mp_country_code, utm_source by default")
          List<String> dimensions) {}

  /**
   * What a segment has to do with the change.
   *
   * @param baseline its mean of the days before
   * @param actual its number on the day
   * @param change actual less baseline
   * @param share its part of the whole change, 1 for all of it; negative where it went the other
   *     way; absent where the whole did not change
   * @param deviations how many standard deviations of the days before it changed by; 2 happens once
   *     in twenty days by itself
   */
  record Contribution(
      String dimension,
      String segment,
      double baseline,
      double actual,
      double change,
      Optional<Double> share,
      double deviations) {}

  /** A number on a day, and the mean of it before, and by how much that differs from day to day. */
  record DayAgainstBefore(double baseline, double actual, double deviation) {
    double change() {
      return actual - baseline;
    }

    double deviations() {
      return deviation == 0 ? 0 : change() / deviation;
    }

    static DayAgainstBefore of(Map<String, ? extends Number> days, LocalDate day) {
      TreeMap<String, Double> byDay = new TreeMap<>();
      days.forEach(
          (bucket, n) -> byDay.merge(bucket.substring(0, 10), n.doubleValue(), Double::sum));
      double actual = byDay.getOrDefault(day.toString(), 0.0);
      double before = 0;
      double squares = 0;
      for (int i = 1; i <= BASELINE_DAYS; i++) {
        double one = byDay.getOrDefault(day.minusDays(i).toString(), 0.0);
        before += one;
        squares += one * one;
      }
      double mean = before / BASELINE_DAYS;
      double variance = (squares - before * mean) / (BASELINE_DAYS - 1);
      // Counts differ by their square root at least, however alike seven days may be.
      return new DayAgainstBefore(mean, actual, Math.sqrt(Math.max(variance, mean)));
    }
  }

  static Tool tool() {
    return RecordTool.of(
        "diagnose_metric_drop",
        "Why an event dropped (or rose) on a day: the change against the seven days before, and how"
            + " much of it each segment contributed; 1 query and 1 for each dimension.",
        Arguments.class,
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.INTELLIGENT)
                .output(
                    Fields.of(
                        "status string",
                        "findings object",
                        "raw_data object",
                        "explanation string",
                        "message string")),
        DropDiagnosis::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    Reports reports = call.context().reports();
    String event = EventNames.meant(asked.event(), call.context().discovery());
    DateRange range = new DateRange(asked.date().minusDays(BASELINE_DAYS), asked.date());
    SegmentationRequest request = SegmentationRequest.of(event, range);
    SegmentationResult whole = reports.segmentation(request);
    DayAgainstBefore total = DayAgainstBefore.of(Totals.byBucket(whole.series()), asked.date());
    List<String> dimensions = asked.dimensions().isEmpty() ? Segments.USUAL : asked.dimensions();
    Findings perDimension = new Findings();
    List<Contribution> contributions = new ArrayList<>();
    for (String dimension : dimensions) {
      call.client().log("Looking into " + dimension);
      perDimension
          .part(
              dimension,
              () ->
                  contributions(
                      dimension,
                      reports.segmentation(request.withOn(dimension).withLimit(SEGMENTS)),
                      asked.date(),
                      total))
          .ifPresent(contributions::addAll);
    }
    List<Contribution> drivers = drivers(contributions);
    Findings around = new Findings();
    Optional<List<Contribution>> within =
        around.part(
            "within_primary_driver",
            () -> within(drivers, contributions, request, reports, asked.date(), total));
    Optional<List<Contribution>> others =
        around.part(
            "other_events", () -> OtherEvents.changed(call.context(), event, range, asked.date()));
    Diagnosis told =
        new Diagnosis(
            event,
            asked.date(),
            asked.date().isBefore(call.session().today()),
            total,
            drivers,
            within.orElse(List.of()),
            others.orElse(List.of()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("findings", told.findings());
    result.put(
        "raw_data",
        Map.of(
            "series", whole.series(), "contributions", perDimension.map(), "around", around.map()));
    Optional<String> words =
        Explanation.add(result, "Why did '" + event + "' change on " + asked.date() + "?", call);
    return ToolAnswer.of(result, told.text() + words.map(w -> "\n" + w).orElse(""));
  }

  /** The segments that went with the whole by more than they usually vary, the clearest first. */
  private static List<Contribution> drivers(List<Contribution> contributions) {
    return contributions.stream()
        .filter(
            c -> c.share().filter(s -> s > 0).isPresent() && !c.segment().equals(Segments.ABSENT))
        .filter(c -> Math.abs(c.deviations()) >= 1)
        .sorted(Comparator.comparingDouble(DropDiagnosis::excess).reversed())
        .limit(SHOWN)
        .toList();
  }

  /** How much more of the change a segment has than of the whole: large segments change anyway. */
  private static double excess(Contribution c) {
    return c.baseline() == 0
        ? Math.abs(c.change())
        : Math.abs(c.change()) * Math.abs(c.change() / c.baseline());
  }

  /** The clearest segment, split by the dimension that tells most besides its own. */
  private static List<Contribution> within(
      List<Contribution> drivers,
      List<Contribution> all,
      SegmentationRequest request,
      Reports reports,
      LocalDate day,
      DayAgainstBefore total) {
    if (drivers.isEmpty()) {
      return List.of();
    }
    Contribution first = drivers.get(0);
    Optional<String> other =
        Stream.concat(drivers.stream(), all.stream())
            .filter(c -> !c.segment().equals(Segments.ABSENT))
            .map(Contribution::dimension)
            .filter(d -> !d.equals(first.dimension()))
            .findFirst();
    if (other.isEmpty() || !isName(first.dimension())) {
      return List.of();
    }
    String filter =
        "string(properties[%s]) == %s"
            .formatted(ResultJson.text(first.dimension()), ResultJson.text(first.segment()));
    return contributions(
            other.get(),
            reports.segmentation(request.withWhere(filter).withOn(other.get()).withLimit(SEGMENTS)),
            day,
            total)
        .stream()
        .filter(c -> c.share().filter(s -> s > 0).isPresent())
        .limit(SHOWN)
        .toList();
  }

  /** Expressions cannot stand between brackets. */
  private static boolean isName(String dimension) {
    return !dimension.contains("(") && !dimension.contains("[");
  }

  /** The segments of one dimension, those with the largest part of the change first. */
  static List<Contribution> contributions(
      String dimension, SegmentationResult split, LocalDate day, DayAgainstBefore total) {
    return split.series().entrySet().stream()
        .map(
            segment -> {
              DayAgainstBefore own = DayAgainstBefore.of(segment.getValue(), day);
              return new Contribution(
                  dimension,
                  segment.getKey(),
                  own.baseline(),
                  own.actual(),
                  own.change(),
                  total.change() == 0
                      ? Optional.empty()
                      : Optional.of(own.change() / total.change()),
                  own.deviations());
            })
        .sorted(
            Comparator.comparingDouble((Contribution c) -> c.change() * Math.signum(total.change()))
                .reversed())
        .toList();
  }
}
