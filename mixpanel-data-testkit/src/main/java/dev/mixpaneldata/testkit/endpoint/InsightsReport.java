package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The endpoint {@code /insights}: a saved report of one event, or the definition of an Insights
 * report, a funnel or a retention, with times in the project's zone.
 */
final class InsightsReport {
  private static final int MAX_SEGMENTS = 3000;
  private static final int LIMIT = 50_000;

  private final ReportSource source;

  InsightsReport(ReportSource source) {
    this.source = source;
  }

  JsonNode query(Arguments arguments) throws Refusal {
    Optional<JsonNode> definition = arguments.json("bookmark");
    if (definition.isEmpty()) {
      return insights(saved(arguments.required("bookmark_id")), source.reports());
    }
    JsonNode params = source.world().metrics().inlined(definition.get());
    int limit = limit(arguments.json("queryLimits"));
    InsightsDefinition.check(params);
    Optional<Cohort> cohort = DefinitionCohorts.of(params.path("sections").path("filter"));
    NaiveReports all = DefinitionCohorts.reports(source);
    NaiveReports reports = cohort.map(all::among).orElse(all);
    return switch (params
        .path("sections")
        .path("show")
        .path(0)
        .path("behavior")
        .path("type")
        .asText()) {
      case "funnel" -> {
        FunnelRequest request = DefinitionParts.funnel(params, today(), limit);
        yield answers()
            .funnel(request, reports.funnel(request), reports.segments(request.groupings()));
      }
      case "retention" -> {
        RetentionRequest request = DefinitionParts.retention(params, today(), limit);
        yield answers()
            .retention(request, reports.retention(request), reports.segments(request.groupings()));
      }
      default -> insights(InsightsDefinition.read(params, today(), limit), reports);
    };
  }

  private JsonNode insights(InsightsRequest request, NaiveReports reports) {
    return answers().insights(request, reports.insights(request));
  }

  private DefinitionAnswers answers() {
    return new DefinitionAnswers(source.world().clock().instant().toString(), source.zone());
  }

  private InsightsRequest saved(String id) throws Refusal {
    SegmentationRequest saved =
        source.world().saved().insights().stream()
            .filter(r -> Long.toString(r.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.badRequest("Bookmark not found: " + id))
            .request();
    Measure measure = saved.type() == CountType.UNIQUE ? Measure.UNIQUE : Measure.TOTAL;
    return InsightsRequest.of(Metric.of(measure, saved.event()))
        .with(
            r ->
                r.range(saved.range())
                    .unit(saved.unit())
                    .where(saved.where())
                    .by(saved.groupings()));
  }

  private static int limit(Optional<JsonNode> limits) throws Refusal {
    int limit = limits.map(l -> l.path("limit").asInt(MAX_SEGMENTS)).orElse(MAX_SEGMENTS);
    if (limit > LIMIT) {
      throw Refusal.badRequest(
          "Query limit exceeds max limit of " + LIMIT + " (" + limit + " was given)");
    }
    return limit;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(source.world().clock().instant(), source.zone());
  }
}
