package dev.mixpaneldata.mcp.analysis;

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

/**
 * Which segments a day's change comes from. The day is compared with the mean of the seven days
 * before it, of the whole and of each segment, so that the segments' contributions add up to the
 * change of the whole.
 */
final class DropDiagnosis {
  private static final int BASELINE_DAYS = 7;
  private static final int SEGMENTS = 50;
  private static final int SHOWN = 5;

  /** Less than this is the noise of a day. */
  private static final double NOTABLE = 0.05;

  private static final List<String> USUAL_DIMENSIONS =
      List.of("$os", "$browser", "mp_country_code", "utm_source");

  private DropDiagnosis() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "Name of the event") String event,
      @Param(help = "The day of the drop") LocalDate date,
      @Param(
              help =
                  "Properties to look into; $os, $browser, mp_country_code, utm_source if not said")
          List<String> dimensions) {}

  /**
   * What a segment has to do with the change.
   *
   * @param baseline its mean of the days before
   * @param actual its number on the day
   * @param change actual less baseline
   * @param share its part of the whole change, 1 for all of it; negative where it went the other
   *     way; absent where the whole did not change
   */
  record Contribution(
      String dimension,
      String segment,
      double baseline,
      double actual,
      double change,
      Optional<Double> share) {}

  /** A number on a day, and the mean of it before. */
  record DayAgainstBefore(double baseline, double actual) {
    double change() {
      return actual - baseline;
    }

    static DayAgainstBefore of(Map<String, ? extends Number> days, LocalDate day) {
      TreeMap<String, Double> byDay = new TreeMap<>();
      days.forEach(
          (bucket, n) -> byDay.merge(bucket.substring(0, 10), n.doubleValue(), Double::sum));
      double actual = byDay.getOrDefault(day.toString(), 0.0);
      double before = 0;
      for (int i = 1; i <= BASELINE_DAYS; i++) {
        before += byDay.getOrDefault(day.minusDays(i).toString(), 0.0);
      }
      return new DayAgainstBefore(before / BASELINE_DAYS, actual);
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
    Reports reports = call.workspace().reports();
    DateRange range = new DateRange(asked.date().minusDays(BASELINE_DAYS), asked.date());
    SegmentationRequest request = SegmentationRequest.of(asked.event(), range);
    SegmentationResult whole = reports.segmentation(request);
    Map<String, Double> all = new TreeMap<>();
    whole
        .series()
        .values()
        .forEach(s -> s.forEach((day, n) -> all.merge(day, n.doubleValue(), Double::sum)));
    DayAgainstBefore total = DayAgainstBefore.of(all, asked.date());
    Findings perDimension = new Findings();
    List<Contribution> contributions = new ArrayList<>();
    for (String dimension : asked.dimensions().isEmpty() ? USUAL_DIMENSIONS : asked.dimensions()) {
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
    return told(asked, call, whole, total, contributions, perDimension);
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
                      : Optional.of(own.change() / total.change()));
            })
        .sorted(
            Comparator.comparingDouble((Contribution c) -> c.change() * Math.signum(total.change()))
                .reversed())
        .toList();
  }

  private static ToolAnswer told(
      Arguments asked,
      ToolCall call,
      SegmentationResult whole,
      DayAgainstBefore total,
      List<Contribution> contributions,
      Findings perDimension) {
    boolean measurable = total.baseline() > 0;
    double change = measurable ? total.change() / total.baseline() : 0;
    boolean dropped = measurable && change <= -NOTABLE;
    List<Contribution> drivers =
        contributions.stream()
            .filter(
                c -> c.share().filter(s -> s > 0).isPresent() && !c.segment().equals("undefined"))
            .sorted(Comparator.comparingDouble(DropDiagnosis::excess).reversed())
            .limit(SHOWN)
            .toList();
    Map<String, Object> findings = new LinkedHashMap<>();
    findings.put("drop_confirmed", dropped);
    findings.put("baseline", total.baseline());
    findings.put("actual", total.actual());
    findings.put("change", total.change());
    findings.put("drop_percentage", measurable ? Optional.of(-change * 100) : Optional.empty());
    findings.put("primary_driver", drivers.stream().findFirst());
    findings.put("secondary_factors", drivers.stream().skip(1).toList());
    findings.put("caveats", caveats(measurable, asked.date()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("findings", findings);
    result.put("raw_data", Map.of("series", whole.series(), "contributions", perDimension.map()));
    Optional<String> words =
        Explanation.add(
            result, "Why did '" + asked.event() + "' change on " + asked.date() + "?", call);
    StringBuilder text = new StringBuilder(headline(asked, total, measurable, change));
    for (Contribution c : drivers) {
      text.append(
          "\n- %s = %s: %,.0f instead of %,.0f, %.0f %% of the change"
              .formatted(
                  c.dimension(),
                  c.segment(),
                  c.actual(),
                  c.baseline(),
                  c.share().orElse(0.0) * 100));
    }
    words.ifPresent(w -> text.append('\n').append(w));
    return ToolAnswer.of(result, text.toString());
  }

  /** How much more of the change a segment has than of the whole: large segments change anyway. */
  private static double excess(Contribution c) {
    return c.baseline() == 0
        ? Math.abs(c.change())
        : Math.abs(c.change()) * Math.abs(c.change() / c.baseline());
  }

  private static String headline(
      Arguments asked, DayAgainstBefore total, boolean measurable, double change) {
    if (!measurable) {
      return asked.event() + " did not happen in the seven days before " + asked.date() + ".";
    }
    return "%s on %s: %,.0f instead of %,.0f a day (%+.1f %%)."
        .formatted(asked.event(), asked.date(), total.actual(), total.baseline(), change * 100);
  }

  private static List<String> caveats(boolean measurable, LocalDate day) {
    List<String> caveats = new ArrayList<>();
    if (!measurable) {
      caveats.add("There is nothing to compare with: check the event's name with list_events.");
    }
    if (day.isAfter(Period.yesterday())) {
      caveats.add("The day is not over, so that its number is not complete.");
    }
    caveats.add("Weekdays differ; the seven days before have each of them once.");
    return caveats;
  }
}
