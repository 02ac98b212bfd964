package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.analysis.ChangeSearch.Contribution;
import dev.mixpaneldata.mcp.analysis.ChangeSearch.Part;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a day differs from the days before it by more than they show, and which segments did.
 * Segments are compared with what their own days lead to expect, so that their changes add up to
 * that of the whole.
 */
final class DropDiagnosis {
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

  /** What it answers. */
  record Answer(
      Explanation.Status status,
      Diagnosis.Found findings,
      Diagnosis.Raw rawData,
      Optional<String> explanation,
      Optional<String> message) {}

  static Tool tool(Names.Source names) {
    return RecordTool.of(
        "diagnose_metric_drop",
        "Whether an event dropped or rose on a day beyond the usual spread of the 8"
            + " weeks before, and in which segments.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class), tool -> tool.in(Toolset.ANALYSIS, ToolKind.INTELLIGENT)),
        (asked, call) -> answer(asked, call, names));
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call, Names.Source source) {
    LocalDate day = asked.date();
    if (day.isAfter(call.session().today())) {
      throw MixpanelDataException.invalidArgument(
          "The day " + day + " is in the future.", "Give a day that is over.");
    }
    Workspace workspace = call.workspace();
    Reports reports = call.context().reports();
    DateRange range = range(workspace, day, source);
    Names names = source.over(workspace, range);
    String event = names.meant(asked.event());
    SegmentationRequest request = SegmentationRequest.of(event, range);
    SegmentationResult whole = reports.segmentation(request);
    Findings findings = new Findings();
    OtherEvents others =
        findings
            .part("other_events", () -> OtherEvents.of(reports, names.events(), event, range))
            .orElse(OtherEvents.NONE);
    Map<LocalDate, Double> numbers = DayNumbers.of(Totals.byBucket(whole.series()));
    SortedSet<LocalDate> known = DayNumbers.known(numbers, others.numbers().values());
    List<String> dimensions = asked.dimensions().isEmpty() ? Segments.USUAL : asked.dimensions();
    List<Part> parts = new ArrayList<>();
    for (String dimension : dimensions) {
      call.client().log("Looking into " + dimension);
      findings.part(dimension, () -> split(dimension, request, reports)).ifPresent(parts::addAll);
    }
    ChangeSearch search = ChangeSearch.of(day, numbers, known, parts);
    List<Contribution> within =
        findings
            .part("within_primary_driver", () -> within(search, request, reports, known))
            .orElse(List.of());
    Diagnosis diagnosis =
        new Diagnosis(
            event,
            day,
            day.isBefore(call.session().today()),
            known.contains(day),
            dimensions,
            search,
            within,
            others.changed(day, known));
    Diagnosis.Found found = diagnosis.findings();
    Explanation words =
        Explanation.of(found, "Why did '" + event + "' change on " + day + "?", call);
    Answer answer =
        new Answer(
            words.status(),
            found,
            new Diagnosis.Raw(whole.series(), byDimension(search), findings.errors()),
            words.explanation(),
            words.message());
    return ToolAnswer.of(
        answer,
        diagnosis.text() + findings.words() + words.explanation().map(w -> "\n" + w).orElse(""));
  }

  /** Eight weeks before; of a local table that has the day, as many of them as it has. */
  private static DateRange range(Workspace workspace, LocalDate day, Names.Source source) {
    LocalDate from = day.minusDays(UsualSpread.DAYS);
    DateRange whole = new DateRange(from, day);
    if (!source.localTables() || CoveringTable.of(workspace, whole).isPresent()) {
      return whole;
    }
    return CoveringTable.of(workspace, new DateRange(day, day))
        .map(table -> table.fetched().from())
        .filter(first -> first.isAfter(from))
        .filter(first -> !first.isAfter(day.minusDays(UsualSpread.LEAST_DAYS)))
        .map(first -> new DateRange(first, day))
        .orElse(whole);
  }

  private static List<Part> split(String dimension, SegmentationRequest request, Reports reports) {
    return DayNumbers.parts(
        dimension,
        reports.segmentation(request.with(r -> r.on(dimension).limit(SEGMENTS))).series());
  }

  private static Map<String, List<Contribution>> byDimension(ChangeSearch search) {
    return search.segments().stream()
        .collect(
            Collectors.groupingBy(
                Contribution::dimension, LinkedHashMap::new, Collectors.toList()));
  }

  /** The clearest segment, split by the dimension that shows most besides its own. */
  private static List<Contribution> within(
      ChangeSearch search,
      SegmentationRequest request,
      Reports reports,
      SortedSet<LocalDate> known) {
    if (search.drivers().isEmpty()) {
      return List.of();
    }
    Contribution first = search.drivers().get(0);
    Optional<String> other =
        Stream.concat(search.drivers().stream(), search.segments().stream())
            .map(Contribution::dimension)
            .filter(d -> !d.equals(first.dimension()))
            .findFirst();
    if (other.isEmpty() || !isName(first.dimension())) {
      return List.of();
    }
    SegmentationRequest segment =
        request.with(r -> r.where(equal(first.dimension(), first.segment())));
    SegmentationResult split =
        reports.segmentation(segment.with(r -> r.on(other.get()).limit(SEGMENTS)));
    return ChangeSearch.of(
            search.day(),
            DayNumbers.of(Totals.byBucket(split.series())),
            known,
            DayNumbers.parts(other.get(), split.series()))
        .drivers()
        .stream()
        .limit(SHOWN)
        .toList();
  }

  /** The expression that a property has a value, whatever its type. */
  static String equal(String property, String value) {
    return "string(properties[%s]) == %s"
        .formatted(ResultJson.text(property), ResultJson.text(value));
  }

  /** Expressions cannot stand between brackets. */
  private static boolean isName(String dimension) {
    return !dimension.contains("(") && !dimension.contains("[");
  }
}
