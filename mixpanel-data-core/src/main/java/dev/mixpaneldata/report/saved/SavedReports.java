package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.links.LinkedReport;
import dev.mixpaneldata.app.metrics.Metrics;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.report.definition.Definition;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports that are defined at Mixpanel or in its own form. Each is one query of the project's 60 an
 * hour and is never kept. Thread-safe.
 */
public final class SavedReports {
  private final MixpanelHttp http;
  private final Bookmarks bookmarks;
  private final Pacer pacer;

  /** Creates saved reports over this HTTP client. */
  public SavedReports(MixpanelHttp http, Bookmarks bookmarks, Pacer pacer) {
    this.http = http;
    this.bookmarks = bookmarks;
    this.pacer = pacer;
  }

  /**
   * Runs a saved report through the endpoint for its type. Unless the type is given, the report is
   * looked up, and the answer has its definition.
   */
  public SavedReportResult run(SavedReportRequest request) {
    long id = request.bookmarkId();
    if (request.bookmarkType().isPresent()) {
      return run(request, id, request.bookmarkType().get());
    }
    BookmarkInfo bookmark = bookmarks.get(id);
    return run(request, id, typeOf(bookmark)).definedBy(bookmark.params());
  }

  private SavedReportResult run(SavedReportRequest request, long id, BookmarkType type) {
    return switch (type) {
      case INSIGHTS -> {
        refuseDates(request, "An Insights report");
        yield insights(id);
      }
      case FUNNELS -> {
        DateRange range = rangeOf(request);
        JsonNode answer = ask(dated("/funnels", range).parameter("funnel_id", id));
        yield result(Optional.of(id), type, range, "$date", answer.path("data"), answer);
      }
      case RETENTION -> {
        DateRange range = rangeOf(request);
        JsonNode answer = ask(dated("/retention", range).parameter("bookmark_id", id));
        JsonNode series = LenientReader.unwrap(answer, "results", "data");
        yield result(Optional.of(id), type, range, "$date", series, answer);
      }
      case FLOWS -> {
        refuseDates(request, "A Flows report");
        JsonNode answer = askForFlows(id);
        yield result(Optional.of(id), type, null, "$step", flow(answer), answer);
      }
      case LAUNCH_ANALYSIS ->
          throw MixpanelDataException.invalidArgument(
              "Mixpanel's API cannot run the analysis of a launch.", "Open it in Mixpanel.");
    };
  }

  private static BookmarkType typeOf(BookmarkInfo bookmark) {
    return BookmarkType.of(bookmark.type())
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    "The saved report "
                        + bookmark.id()
                        + " is of the type '"
                        + bookmark.type()
                        + "'.",
                    "Reports of the types insights, funnels, retention and flows can be run."));
  }

  /** Runs a saved Insights report. */
  public SavedReportResult insights(long bookmarkId) {
    Call call = Call.get(ApiFamily.QUERY, "/insights").parameter("bookmark_id", bookmarkId);
    return SavedReportResult.insights(Optional.of(bookmarkId), ask(call));
  }

  /**
   * Runs a saved metric or behavior.
   *
   * @param metrics where it is looked up, which costs no query
   */
  public SavedReportResult metric(Metrics metrics, MetricReportRequest request) {
    Json definition =
        MetricDefinition.of(metrics.clause(metrics.get(request.reference())), request);
    return run(Definition.of(definition, request.limit()));
  }

  /** Runs the report that an address leads to. */
  public SavedReportResult linked(LinkedReport report) {
    Optional<BookmarkType> type = BookmarkType.of(report.type());
    if (report.bookmarkId().isPresent() && report.createdAt().isEmpty()) {
      return run(SavedReportRequest.of(report.bookmarkId().get()).with(r -> r.bookmarkType(type)))
          .definedBy(report.params());
    }
    return run(Definition.of(report.params().orElseThrow(), Definition.DEFAULT_LIMIT));
  }

  /**
   * Runs a report that is defined in the request.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it has a mistake that is known,
   *     before any call
   */
  public SavedReportResult define(DefinitionRequest request) {
    return run(Definition.checked(request.definition(), request.limit()));
  }

  private SavedReportResult run(Definition definition) {
    JsonNode answer = ask(definition.call(http.credentials().projectId()));
    SavedReportResult result =
        definition.type() == BookmarkType.FLOWS
            ? result(Optional.empty(), BookmarkType.FLOWS, null, "$step", flow(answer), answer)
            : SavedReportResult.insights(Optional.empty(), answer);
    return result.definedBy(Optional.of(definition.params()));
  }

  /** Returns the parts of a flow that have numbers, of which an answer has one. */
  private static JsonNode flow(JsonNode answer) {
    return Stream.of("steps", "flows", "trees")
        .map(answer::path)
        .filter(part -> !part.isEmpty())
        .findFirst()
        .orElse(answer.path("steps"));
  }

  /** Runs a saved Flows report; the endpoint is not documented. */
  public SavedFlowsResult flows(SavedFlowsRequest request) {
    return FlowsReader.read(Optional.of(request.bookmarkId()), askForFlows(request.bookmarkId()));
  }

  private JsonNode askForFlows(long id) {
    return ask(
        Call.get(ApiFamily.QUERY, "/arb_funnels")
            .parameter("bookmark_id", id)
            .parameter("query_type", "flows_sankey"));
  }

  private DateRange rangeOf(SavedReportRequest request) {
    LocalDate today = LocalDate.ofInstant(pacer.now(), ZoneOffset.UTC);
    return request
        .range()
        .orElseGet(
            () -> new DateRange(today.minusDays(SavedReportRequest.DEFAULT_DAYS - 1), today));
  }

  private static void refuseDates(SavedReportRequest request, String what) {
    if (request.range().isPresent()) {
      throw MixpanelDataException.invalidArgument(
          what + " has the days it was saved with; Mixpanel's API takes no others.",
          "Leave the dates out, or change them at Mixpanel.");
    }
  }

  private static Call dated(String path, DateRange range) {
    return Call.get(ApiFamily.QUERY, path)
        .parameter("from_date", range.from())
        .parameter("to_date", range.to());
  }

  private static SavedReportResult result(
      Optional<Long> id,
      BookmarkType type,
      @Nullable DateRange range,
      String header,
      JsonNode series,
      JsonNode answer) {
    Optional<DateRange> days = Optional.ofNullable(range);
    return new SavedReportResult(
        id,
        type,
        LenientReader.text(answer.path("computed_at")),
        days.map(r -> r.from().toString()),
        days.map(r -> r.to().toString()),
        List.of(header),
        LenientReader.json(series).orElse(new Json("{}")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LenientReader.json(answer));
  }

  /**
   * Returns the answer as a tree. Results write the parts that they show again, with digits and
   * order kept.
   */
  private JsonNode ask(Call call) {
    return Mappers.read(http.send(call).body());
  }
}
