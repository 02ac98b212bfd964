package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.InsightsLine;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.saved.ReportLine;
import dev.mixpaneldata.report.saved.SavedReportResult;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the metrics of an Insights report, under the names that the request gives them. */
final class InsightsReader {
  private final InsightsRequest request;
  private final SavedReportResult answer;

  private InsightsReader(InsightsRequest request, SavedReportResult answer) {
    this.request = request;
    this.answer = answer;
  }

  static InsightsResult read(InsightsRequest request, LocalDate today, Json json) {
    InsightsReader reader = new InsightsReader(request, SavedReportResult.read(json));
    List<String> keys = reader.keys(Mappers.read(json.text()));
    List<InsightsLine> lines = new ArrayList<>();
    List<String> titles = request.titles();
    for (int i = 0; i < Math.min(keys.size(), titles.size()); i++) {
      lines.addAll(reader.lines(keys.get(i), titles.get(i)));
    }
    return InsightsResult.of(
        request,
        reader.range(today, json),
        lines,
        reader.answer.segmentLimitHit(),
        Optional.of(json));
  }

  /**
   * Returns the keys of the metrics that are shown, in their order. The answer's own list of them
   * counts the hidden ones too; without it they are in the order of the series.
   */
  private List<String> keys(JsonNode json) {
    List<JsonNode> shown =
        LenientReader.elements(json.path("meta").path("report_sections").path("show"));
    int hidden = request.formulas().isEmpty() ? 0 : request.metrics().size();
    if (shown.size() == hidden + request.titles().size()) {
      return shown.stream()
          .skip(hidden)
          .map(clause -> clause.path("metric_key").asText(""))
          .toList();
    }
    return answer.lines().stream().map(ReportLine::metric).distinct().toList();
  }

  private List<InsightsLine> lines(String key, String title) {
    List<InsightsLine> lines = new ArrayList<>();
    for (ReportLine line : answer.lines()) {
      if (line.metric().equals(key)) {
        lines.add(line(line, title));
      }
    }
    return lines;
  }

  private InsightsLine line(ReportLine line, String title) {
    InsightsLine read = InsightsLine.of(title, line.segment(), named(line));
    if (request.compare().isEmpty()) {
      return read;
    }
    InsightsLine compared =
        read.comparedWith(
            answer
                .comparison()
                .flatMap(period -> same(period.lines(), line))
                .map(ReportLine::values)
                .orElse(Map.of()));
    Map<String, @Nullable Number> sent =
        answer.change().isEmpty()
            ? Map.of()
            : same(answer.changes(), line).map(this::named).orElse(Map.of());
    // Where Mixpanel gives the change, its number counts.
    return sent.isEmpty()
        ? compared
        : new InsightsLine(title, line.segment(), compared.values(), compared.previous(), sent);
  }

  private static Optional<ReportLine> same(List<ReportLine> lines, ReportLine wanted) {
    return lines.stream()
        .filter(line -> line.metric().equals(wanted.metric()))
        .filter(line -> line.segment().equals(wanted.segment()))
        .findFirst();
  }

  private Map<String, @Nullable Number> named(ReportLine line) {
    Map<String, @Nullable Number> named = new LinkedHashMap<>();
    line.values().forEach((key, value) -> named.put(BucketNames.of(key, request.unit()), value));
    return named;
  }

  /** Returns the days of the report: those asked for, or those that Mixpanel says. */
  private DateRange range(LocalDate today, Json json) {
    return request
        .range()
        .or(() -> AnswerDays.of(json))
        .orElseGet(() -> request.last().orElse(InsightsRequest.DEFAULT_LAST).upTo(today));
  }
}
