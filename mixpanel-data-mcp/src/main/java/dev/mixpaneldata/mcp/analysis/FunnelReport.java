package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.FunnelOptions;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a saved funnel loses most, and which segments get through better or worse. */
final class FunnelReport {
  private static final List<String> USUAL_PROPERTIES = List.of("$os", "mp_country_code");
  private static final int SHOWN = 5;

  /** Rates that differ by less, in shares, are the same to people. */
  private static final double NOTABLE = 0.005;

  /** Smaller segments convert well or badly by chance. */
  private static final long SMALLEST = 30;

  private FunnelReport() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "Id of a saved funnel (list_funnels)") long funnelId,
      @Flatten Period period,
      @Param(help = "Properties to split by; $os and mp_country_code by default")
          List<String> segmentProperties) {}

  /**
   * A segment of the funnel.
   *
   * @param conversionRate the share that reached the end, 0 to 1
   * @param againstAll its rate less that of all
   * @param conversionsShort how many more there were at the rate of all; negative where it is
   *     better
   * @param beyondChance whether it differs from the rest by more than chance, at a level of 5 %;
   *     absent where there are too few to tell
   */
  record Segment(
      String property,
      String segment,
      long entered,
      double conversionRate,
      double againstAll,
      long conversionsShort,
      Optional<Boolean> beyondChance,
      Optional<FunnelLosses> bottleneck) {}

  /** A proposal with the number behind it. */
  record Recommendation(String action, String priority, String expectedImpact) {}

  static Tool tool() {
    return RecordTool.of(
        "funnel_optimization_report",
        "The step of a saved funnel that loses most, segments that convert better and worse, and"
            + " what closing the gap would bring; 1 query and 1 for each property.",
        Arguments.class,
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.INTELLIGENT)
                .output(
                    Fields.of(
                        "status string",
                        "executive_summary string",
                        "overall_conversion_rate number",
                        "bottleneck object?",
                        "segment_that_loses_most object?",
                        "top_performing_segments array",
                        "underperforming_segments array",
                        "recommendations array",
                        "raw_data object",
                        "explanation string",
                        "message string")),
        FunnelReport::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    Reports reports = call.context().reports();
    DateRange range = asked.period().range(call.session().today());
    FunnelResult all = reports.funnel(FunnelRequest.saved(asked.funnelId(), range));
    Findings raw = new Findings();
    List<Segment> segments = new ArrayList<>();
    for (String property :
        asked.segmentProperties().isEmpty() ? USUAL_PROPERTIES : asked.segmentProperties()) {
      raw.part(
              property,
              () ->
                  reports.funnel(
                      FunnelOptions.saved(asked.funnelId(), range).on(property).request()))
          .ifPresent(split -> segments.addAll(segments(property, split, all)));
    }
    segments.sort(Comparator.comparingDouble(Segment::againstAll).reversed());
    List<Segment> top =
        segments.stream().filter(s -> s.againstAll() >= NOTABLE).limit(SHOWN).toList();
    List<Segment> bottom = new ArrayList<>(segments);
    java.util.Collections.reverse(bottom);
    bottom = bottom.stream().filter(s -> s.againstAll() <= -NOTABLE).limit(SHOWN).toList();
    Optional<FunnelLosses> bottleneck = FunnelLosses.of(all);
    Optional<Segment> losesMost =
        segments.stream()
            .filter(s -> s.conversionsShort() > 0)
            .max(Comparator.comparingLong(Segment::conversionsShort));
    List<Recommendation> recommendations = recommendations(all, bottleneck, bottom);
    Map<String, Object> result = new LinkedHashMap<>();
    String summary = summary(all, bottleneck);
    result.put("executive_summary", summary);
    result.put("overall_conversion_rate", all.conversionRate());
    result.put("bottleneck", bottleneck);
    result.put("segment_that_loses_most", losesMost);
    result.put("top_performing_segments", top);
    result.put("underperforming_segments", bottom);
    result.put("recommendations", recommendations);
    result.put("raw_data", Map.of("funnel", all, "by_property", raw.map()));
    Optional<String> words = Explanation.add(result, "How can this funnel be improved?", call);
    StringBuilder text = new StringBuilder(summary);
    bottom.forEach(s -> text.append("\n- worse: ").append(words(s)));
    top.forEach(s -> text.append("\n- better: ").append(words(s)));
    recommendations.forEach(
        r -> text.append("\n- ").append(r.action()).append(" ").append(r.expectedImpact()));
    words.ifPresent(w -> text.append('\n').append(w));
    return ToolAnswer.of(result, text.toString());
  }

  private static List<Segment> segments(String property, FunnelResult split, FunnelResult all) {
    List<Segment> segments = new ArrayList<>();
    split
        .segments()
        .forEach(
            (name, steps) -> {
              if (!name.startsWith("$overall")
                  && !steps.isEmpty()
                  && steps.get(0).count() >= SMALLEST) {
                double rate = steps.get(steps.size() - 1).overallConversionRate();
                segments.add(
                    new Segment(
                        property,
                        name,
                        steps.get(0).count(),
                        rate,
                        rate - all.conversionRate(),
                        Math.round((all.conversionRate() - rate) * steps.get(0).count()),
                        beyondChance(steps, all.steps()),
                        FunnelLosses.of(steps)));
              }
            });
    return segments;
  }

  private static Optional<Boolean> beyondChance(List<FunnelStep> segment, List<FunnelStep> all) {
    long entered = segment.get(0).count();
    long arrived = segment.get(segment.size() - 1).count();
    return Significance.of(
            arrived,
            entered,
            all.get(all.size() - 1).count() - arrived,
            all.get(0).count() - entered)
        .map(Significance::significant);
  }

  private static String summary(FunnelResult all, Optional<FunnelLosses> bottleneck) {
    if (all.steps().isEmpty() || all.steps().get(0).count() == 0) {
      return "Nobody entered this funnel in the period.";
    }
    FunnelStep first = all.steps().get(0);
    return "%,d entered and %.1f %% got through; %s"
        .formatted(
            first.count(),
            all.conversionRate() * 100,
            bottleneck.map(FunnelLosses::words).orElse("nobody is lost."));
  }

  private static List<Recommendation> recommendations(
      FunnelResult all, Optional<FunnelLosses> bottleneck, List<Segment> bottom) {
    List<Recommendation> list = new ArrayList<>();
    bottleneck.ifPresent(
        loss ->
            list.add(
                new Recommendation(
                    "Look at what happens between "
                        + loss.fromEvent()
                        + " and "
                        + loss.toEvent()
                        + ".",
                    "high",
                    "Half of those lost there would be %,d more at that step."
                        .formatted(loss.lost() / 2))));
    for (Segment segment : bottom) {
      long gained = segment.conversionsShort();
      if (gained > 0) {
        list.add(
            new Recommendation(
                "Bring " + segment.property() + " = " + segment.segment() + " to the rate of all.",
                gained * 50 > all.steps().get(0).count() ? "high" : "medium",
                "That would be %,d more conversions%s."
                    .formatted(
                        gained,
                        segment.beyondChance().orElse(false) ? "" : ", unless it is chance")));
      }
    }
    return list;
  }

  private static String words(Segment s) {
    return "%s = %s: %.1f %% of %,d (%+.1f points%s)"
        .formatted(
            s.property(),
            s.segment(),
            s.conversionRate() * 100,
            s.entered(),
            s.againstAll() * 100,
            s.beyondChance().orElse(false) ? "" : ", may be chance");
  }
}
