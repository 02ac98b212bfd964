package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
      @Param(help = "Id of a saved funnel (list_funnels)") Optional<Long> funnelId,
      @Param(help = "Events of the funnel in order, instead of a saved one") List<String> steps,
      @Flatten Period period,
      @Param(help = "Properties to split by; $os and mp_country_code by default")
          List<String> segmentProperties) {
    Arguments {
      if (funnelId.isPresent() != steps.isEmpty()) {
        throw MixpanelDataException.invalidArgument(
            "Either a saved funnel or steps are needed.", "Give funnel_id or steps.");
      }
    }
  }

  /**
   * A segment of the funnel.
   *
   * @param conversionRate the share that reached the end, 0 to 1
   * @param againstAll its rate less that of all
   * @param conversionsShort how many more there were at the rate of all; negative where it is
   *     better
   * @param beyondChance whether it differs from the rest by more than chance, at a level of 5 % for
   *     all segments together; absent where there are too few to tell
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

  /** The reports behind it. */
  record Raw(
      FunnelResult funnel,
      Map<String, FunnelResult> byProperty,
      Optional<List<Findings.Failure>> errors) {}

  /** What it answers. */
  record Answer(
      Explanation.Status status,
      String executiveSummary,
      double overallConversionRate,
      Optional<FunnelLosses> bottleneck,
      Optional<Segment> segmentThatLosesMost,
      List<Segment> topPerformingSegments,
      List<Segment> underperformingSegments,
      List<Recommendation> recommendations,
      Raw rawData,
      Optional<String> explanation,
      Optional<String> message) {
    Answer explained(Explanation words) {
      return new Answer(
          words.status(),
          executiveSummary,
          overallConversionRate,
          bottleneck,
          segmentThatLosesMost,
          topPerformingSegments,
          underperformingSegments,
          recommendations,
          rawData,
          words.explanation(),
          words.message());
    }
  }

  static Tool tool() {
    return RecordTool.of(
        "funnel_optimization_report",
        "The step of a funnel that loses most, segments that convert better and worse, and"
            + " what closing the gap would bring.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class), tool -> tool.in(Toolset.GUIDED, ToolKind.INTELLIGENT)),
        FunnelReport::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    Reports reports = call.context().reports();
    DateRange range = asked.period().range(call.session().today());
    FunnelResult all = reports.funnel(options(asked, range));
    Findings findings = new Findings();
    Map<String, FunnelResult> splits = new LinkedHashMap<>();
    List<Segment> segments = new ArrayList<>();
    for (String property :
        asked.segmentProperties().isEmpty() ? USUAL_PROPERTIES : asked.segmentProperties()) {
      findings
          .part(property, () -> reports.funnel(options(asked, range).with(r -> r.on(property))))
          .ifPresent(split -> splits.put(property, split));
    }
    int looked = splits.values().stream().mapToInt(s -> (int) large(s).count()).sum();
    splits.forEach((property, split) -> segments.addAll(segments(property, split, all, looked)));
    segments.sort(Comparator.comparingDouble(Segment::againstAll).reversed());
    List<Segment> top =
        segments.stream().filter(s -> s.againstAll() >= NOTABLE).limit(SHOWN).toList();
    List<Segment> bottom = new ArrayList<>(segments);
    Collections.reverse(bottom);
    bottom = bottom.stream().filter(s -> s.againstAll() <= -NOTABLE).limit(SHOWN).toList();
    Optional<FunnelLosses> bottleneck = FunnelLosses.of(all);
    Optional<Segment> losesMost =
        segments.stream()
            .filter(s -> s.conversionsShort() > 0)
            .max(Comparator.comparingLong(Segment::conversionsShort));
    List<Recommendation> recommendations = recommendations(all, bottleneck, bottom);
    String summary = summary(all, bottleneck);
    Raw raw = new Raw(all, splits, findings.errors());
    Answer numbers =
        new Answer(
            Explanation.Status.PARTIAL,
            summary,
            all.conversionRate(),
            bottleneck,
            losesMost,
            top,
            bottom,
            recommendations,
            raw,
            Optional.empty(),
            Optional.empty());
    Explanation words = Explanation.of(numbers, "How can this funnel be improved?", call);
    StringBuilder text = new StringBuilder(summary);
    bottom.forEach(s -> text.append("\n- worse: ").append(words(s)));
    top.forEach(s -> text.append("\n- better: ").append(words(s)));
    recommendations.forEach(
        r -> text.append("\n- ").append(r.action()).append(" ").append(r.expectedImpact()));
    text.append(findings.words());
    words.explanation().ifPresent(w -> text.append('\n').append(w));
    return ToolAnswer.of(numbers.explained(words), text.toString());
  }

  private static FunnelRequest options(Arguments asked, DateRange range) {
    return asked.funnelId().isPresent()
        ? FunnelRequest.saved(asked.funnelId().get(), range)
        : FunnelRequest.ofEvents(range, asked.steps().toArray(String[]::new));
  }

  private static Stream<Map.Entry<String, List<FunnelStep>>> large(FunnelResult split) {
    return split.segments().entrySet().stream()
        .filter(e -> !e.getKey().startsWith("$overall") && !e.getValue().isEmpty())
        .filter(e -> e.getValue().get(0).count() >= SMALLEST);
  }

  private static List<Segment> segments(
      String property, FunnelResult split, FunnelResult all, int looked) {
    return large(split)
        .map(
            e -> {
              List<FunnelStep> steps = e.getValue();
              double rate = steps.get(steps.size() - 1).overallConversionRate();
              return new Segment(
                  property,
                  e.getKey(),
                  steps.get(0).count(),
                  rate,
                  rate - all.conversionRate(),
                  Math.round((all.conversionRate() - rate) * steps.get(0).count()),
                  beyondChance(steps, all.steps(), looked),
                  FunnelLosses.of(steps));
            })
        .toList();
  }

  private static Optional<Boolean> beyondChance(
      List<FunnelStep> segment, List<FunnelStep> all, int looked) {
    long entered = segment.get(0).count();
    long arrived = segment.get(segment.size() - 1).count();
    return Significance.of(
            arrived,
            entered,
            all.get(all.size() - 1).count() - arrived,
            all.get(0).count() - entered)
        .map(s -> s.amongMany(looked));
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
