package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Unlisted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a saved report shows. Its numbers are nested as Mixpanel nests them: for Insights by metric,
 * then by each property it is split by, then by time. {@link #lines} reads them.
 *
 * @param computedAt when Mixpanel computed it, as it says
 * @param fromDate the first day, or time, as Mixpanel writes it
 * @param toDate the last day, or time, likewise
 * @param headers what the outer levels of {@code series} are
 * @param series the numbers
 * @param comparison the same report over the period that it is compared with
 * @param change how much the numbers changed since that period, as fractions, nested likewise
 * @param secondary what the numbers were computed from, nested likewise: for a funnel's rates those
 *     who converted, for retention those who began
 * @param segmentLimitHit whether Mixpanel left segments out, where it says so
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
    @Unlisted Optional<Json> raw)
    implements ReportResult {
  public SavedReportResult {
    headers = List.copyOf(headers);
  }

  /**
   * The period that a report is compared with.
   *
   * @param fromDate its first day, or time, as Mixpanel writes it
   * @param toDate its last day, or time, likewise
   * @param series the numbers, nested as those of the report
   */
  public record Comparison(Optional<String> fromDate, Optional<String> toDate, Json series) {
    /** The numbers, line by line. */
    public List<ReportLine> lines() {
      return linesOf(series);
    }
  }

  /** The answer to an Insights report, which may show funnels and retention too. */
  static SavedReportResult insights(Optional<Long> bookmarkId, JsonNode answer) {
    JsonNode range = answer.path("date_range");
    JsonNode compared = answer.path("time_comparison");
    return new SavedReportResult(
        bookmarkId,
        BookmarkType.INSIGHTS,
        Lenient.text(answer.path("computed_at")),
        Lenient.text(range.path("from_date")),
        Lenient.text(range.path("to_date")),
        Lenient.texts(answer.path("headers")),
        Lenient.json(answer.path("series")).orElse(new Json("{}")),
        Lenient.json(compared.path("series"))
            .map(
                series ->
                    new Comparison(
                        Lenient.text(compared.path("date_range").path("from_date")),
                        Lenient.text(compared.path("date_range").path("to_date")),
                        series)),
        Lenient.json(answer.path("lift_comparison").path("series")),
        Lenient.json(answer.path("secondary").path("series")),
        Optional.of(answer.path("meta").path("is_segmentation_limit_hit"))
            .filter(JsonNode::isBoolean)
            .map(JsonNode::booleanValue),
        Lenient.json(answer));
  }

  /** The numbers of an Insights report, line by line; none of other types. */
  public List<ReportLine> lines() {
    return reportType == BookmarkType.INSIGHTS ? linesOf(series) : List.of();
  }

  /** The rows of an Insights report that shows retention as curves; none of others. */
  public List<RetentionCurve> curves() {
    return reportType == BookmarkType.INSIGHTS
        ? SeriesTree.of(Mappers.read(series.text())).curves()
        : List.of();
  }

  private static List<ReportLine> linesOf(Json series) {
    return SeriesTree.of(Mappers.read(series.text())).lines();
  }

  private static List<ReportLine> linesOf(Optional<Json> series) {
    return series.map(SavedReportResult::linesOf).orElse(List.of());
  }

  /** The headers, {@code date} for times, the value, and what is known beside it. */
  @Override
  public List<String> header() {
    return table().header();
  }

  /** One row a number, its path before it. */
  @Override
  public List<List<@Nullable Object>> cells() {
    return table().cells();
  }

  private ReportTable table() {
    if (reportType != BookmarkType.INSIGHTS) {
      return NestedTable.of(headers, series);
    }
    List<RetentionCurve> curves = curves();
    if (!curves.isEmpty()) {
      return new CurveTable(headers, curves);
    }
    return new InsightsTable(
        headers,
        lines(),
        comparison.map(Comparison::lines).orElse(List.of()),
        linesOf(change),
        linesOf(secondary));
  }
}
