package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.jql.Jql;
import dev.mixpaneldata.jql.JqlRequest;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EngagementResult;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The five statistics as scripts. */
final class JqlStatistics {
  private final Jql jql;

  JqlStatistics(Jql jql) {
    this.jql = jql;
  }

  DistributionResult distribution(DistributionRequest request) {
    Map<String, Object> params = params(request.range());
    params.put("event", request.event());
    params.put("property", request.propertyName());
    Json answer = run(JqlScript.DISTRIBUTION, params);
    Map<@Nullable Object, Long> counts = new HashMap<>();
    for (JsonNode row : rows(answer)) {
      counts.merge(distributed(row.path("key")), LenientReader.count(row.path("value")), Long::sum);
    }
    return DistributionResult.of(request, counts, Optional.of(answer));
  }

  private static @Nullable Object distributed(JsonNode key) {
    return switch (key.path(0).asText()) {
      case "unset" -> null;
      case "json" -> new Json(key.path(1).asText());
      default -> LenientReader.value(key.path(1));
    };
  }

  NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    Map<String, Object> params = params(request.range());
    params.put("event", request.event());
    params.put("property", request.propertyName());
    params.put("percentiles", request.percentiles());
    Json answer = run(JqlScript.NUMERIC_SUMMARY, params);
    JsonNode row = rows(answer).stream().findFirst().orElseGet(MissingNode::getInstance);
    JsonNode summary = row.path(0);
    long count = LenientReader.count(summary.path("count"));
    Map<Integer, Double> percentiles = new TreeMap<>();
    if (count > 0) {
      LenientReader.elements(row.path(1))
          .forEach(
              p ->
                  LenientReader.number(p.path("value"))
                      .ifPresent(
                          value ->
                              percentiles.put(
                                  (int) LenientReader.count(p.path("percentile")), value)));
    }
    return new NumericSummaryResult(
        request.event(),
        request.propertyName(),
        request.range().from(),
        request.range().to(),
        count,
        number(count, row.path(2)),
        number(count, row.path(3)),
        number(count, summary.path("sum")),
        number(count, summary.path("avg")),
        number(count, summary.path("stddev")),
        percentiles,
        Optional.of(answer));
  }

  /** Returns a statistic; empty without values, for which reducers give zeros. */
  private static Optional<Double> number(long count, JsonNode node) {
    return count == 0 ? Optional.empty() : LenientReader.number(node);
  }

  DailyCountsResult dailyCounts(DailyCountsRequest request) {
    Map<String, Object> params = params(request.range());
    putEvents(params, request.events());
    Json answer = run(JqlScript.DAILY_COUNTS, params);
    Map<LocalDate, Map<String, Long>> counts = new TreeMap<>();
    for (JsonNode row : rows(answer)) {
      LocalDate day = DateRange.parseDay("answer's", row.path("key").path(0).asText());
      counts
          .computeIfAbsent(day, d -> new TreeMap<>())
          .merge(
              row.path("key").path(1).asText(), LenientReader.count(row.path("value")), Long::sum);
    }
    return DailyCountsResult.of(request, counts, Optional.of(answer));
  }

  EngagementResult engagement(EngagementRequest request) {
    Map<String, Object> params = params(request.range());
    putEvents(params, request.events());
    params.put("buckets", request.buckets());
    Json answer = run(JqlScript.ENGAGEMENT, params);
    long users = 0;
    Map<Integer, Long> groups = new TreeMap<>();
    for (JsonNode row : rows(answer)) {
      long count = LenientReader.count(row.path("value"));
      users += count;
      groups.merge((int) LenientReader.count(row.path("key").path(0)), count, Long::sum);
    }
    return EngagementResult.of(request, users, groups, Optional.of(answer));
  }

  CoverageResult coverage(CoverageRequest request) {
    Map<String, Object> params = params(request.range());
    params.put("event", request.event());
    params.put("properties", request.properties());
    Json answer = run(JqlScript.COVERAGE, params);
    JsonNode row = rows(answer).stream().findFirst().orElseGet(MissingNode::getInstance);
    Map<String, Long> defined = new HashMap<>();
    for (int i = 0; i < request.properties().size(); i++) {
      defined.put(request.properties().get(i), LenientReader.count(row.path("p" + i)));
    }
    return CoverageResult.of(
        request, LenientReader.count(row.path("total")), defined, Optional.of(answer));
  }

  private static Map<String, Object> params(DateRange range) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("from_date", range.from().toString());
    params.put("to_date", range.to().toString());
    return params;
  }

  private static void putEvents(Map<String, Object> params, List<String> events) {
    if (!events.isEmpty()) {
      params.put("events", events);
    }
  }

  private Json run(JqlScript script, Map<String, Object> params) {
    Json sent = new Json(Mappers.write(params));
    return jql.run(new JqlRequest(script.text(), Optional.of(sent))).raw();
  }

  private static List<JsonNode> rows(Json answer) {
    return LenientReader.elements(Mappers.read(answer.text()));
  }
}
