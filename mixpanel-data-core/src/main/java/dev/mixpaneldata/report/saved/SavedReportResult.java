package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a saved report. Its numbers are nested as Mixpanel nests them: for Insights by
 * metric, then by each property it is split by, then by time. {@link #lines} reads them.
 *
 * @param computedAt the time of Mixpanel's computation, as it reports it
 * @param fromDate the first day, or time, as Mixpanel writes it
 * @param toDate the last day, or time, as Mixpanel writes it
 * @param headers the names of the outer levels of {@code series}
 * @param series the numbers
 * @param comparison the same report over the period that it is compared with
 * @param change the change of the numbers since that period, as fractions, nested as {@code series}
 * @param secondary the counts from which the numbers were computed, nested as {@code series}: for a
 *     funnel's rates the users who converted, for retention the users who began
 * @param segmentLimitHit whether Mixpanel left segments out, if it reports it
 * @param definition the report in Mixpanel's own form, if it was sent or looked up
 */
public record SavedReportResult(
    Optional<Long> bookmarkId,
    BookmarkType reportType,
    Optional<String> computedAt,
    Optional<String> fromDate,
    Optional<String> toDate,
    List<String> headers,
    Json series,
    Optional<Comparison> comparison,
    Optional<Json> change,
    Optional<Json> secondary,
    Optional<Boolean> segmentLimitHit,
    @Hidden Optional<Json> definition,
    @Hidden Optional<Json> raw)
    implements ReportResult {
  public SavedReportResult {
    headers = List.copyOf(headers);
  }

  /**
   * The period that a report is compared with.
   *
   * @param fromDate its first day, or time, as Mixpanel writes it
   * @param toDate its last day, or time, as Mixpanel writes it
   * @param series the numbers, nested as those of the report
   */
  public record Comparison(Optional<String> fromDate, Optional<String> toDate, Json series) {
    /** Returns the numbers, line by line. */
    public List<ReportLine> lines() {
      return linesOf(series);
    }
  }

  /**
   * Reads what Mixpanel answers to the definition of a report, which may be a funnel or a retention
   * too.
   */
  public static SavedReportResult read(Json answer) {
    return insights(Optional.empty(), Mappers.read(answer.text()));
  }

  /** Returns the answer to an Insights report, which may show funnels and retention too. */
  static SavedReportResult insights(Optional<Long> bookmarkId, JsonNode answer) {
    JsonNode range = answer.path("date_range");
    JsonNode compared = answer.path("time_comparison");
    return new SavedReportResult(
        bookmarkId,
        BookmarkType.INSIGHTS,
        LenientReader.text(answer.path("computed_at")),
        LenientReader.text(range.path("from_date")),
        LenientReader.text(range.path("to_date")),
        LenientReader.texts(answer.path("headers")),
        LenientReader.json(answer.path("series")).orElse(new Json("{}")),
        LenientReader.json(compared.path("series"))
            .map(
                series ->
                    new Comparison(
                        LenientReader.text(compared.path("date_range").path("from_date")),
                        LenientReader.text(compared.path("date_range").path("to_date")),
                        series)),
        LenientReader.json(answer.path("lift_comparison").path("series")),
        LenientReader.json(answer.path("secondary").path("series")),
        Optional.of(answer.path("meta").path("is_segmentation_limit_hit"))
            .filter(JsonNode::isBoolean)
            .map(JsonNode::booleanValue),
        Optional.empty(),
        LenientReader.json(answer));
  }

  /** Returns the answer with the definition of its question. */
  SavedReportResult definedBy(Optional<Json> params) {
    return new SavedReportResult(
        bookmarkId,
        reportType,
        computedAt,
        fromDate,
        toDate,
        headers,
        series,
        comparison,
        change,
        secondary,
        segmentLimitHit,
        params,
        raw);
  }

  /** Returns the numbers of an Insights report, line by line; empty for other types. */
  public List<ReportLine> lines() {
    return reportType == BookmarkType.INSIGHTS ? linesOf(series) : List.of();
  }

  /**
   * Returns the rows of an Insights report that shows retention as curves; empty for other types.
   */
  public List<RetentionCurve> curves() {
    return reportType == BookmarkType.INSIGHTS
        ? SeriesTree.of(Mappers.read(series.text())).curves()
        : List.of();
  }

  /** Returns the changes since the period that it is compared with, line by line. */
  public List<ReportLine> changes() {
    return linesOf(change);
  }

  private static List<ReportLine> linesOf(Json series) {
    return SeriesTree.of(Mappers.read(series.text())).lines();
  }

  private static List<ReportLine> linesOf(Optional<Json> series) {
    return series.map(SavedReportResult::linesOf).orElse(List.of());
  }

  /**
   * Returns the headers. Those of Insights are {@code date} for times, the value, and the known
   * numbers beside it.
   */
  @Override
  public List<String> header() {
    return table().header();
  }

  /**
   * Returns one row for each number of Insights, each step of a funnel, each interval of retention,
   * and each event of a flow.
   */
  @Override
  public List<List<@Nullable Object>> cells() {
    return table().cells();
  }

  private ReportTable table() {
    return switch (reportType) {
      case INSIGHTS -> insightsTable();
      case FUNNELS -> DatedTable.ofFunnels(series).orElseGet(this::nested);
      case RETENTION -> DatedTable.ofRetention(series).orElseGet(this::nested);
      case FLOWS -> raw.<ReportTable>map(SavedReportResult::flowTable).orElseGet(this::nested);
      case LAUNCH_ANALYSIS -> nested();
    };
  }

  private ReportTable nested() {
    return NestedTable.of(headers, series);
  }

  private static ReportTable flowTable(Json answer) {
    JsonNode trees = Mappers.read(answer.text()).path("trees");
    return trees.isEmpty() ? SavedFlowsResult.read(answer) : FlowTreeTable.of(trees);
  }

  private ReportTable insightsTable() {
    List<RetentionCurve> curves = curves();
    if (!curves.isEmpty()) {
      return new CurveTable(headers, curves);
    }
    return new InsightsTable(
        headers,
        lines(),
        comparison.map(Comparison::lines).orElse(List.of()),
        changes(),
        linesOf(secondary));
  }
}
