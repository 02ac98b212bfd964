package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.live.JqlScript;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EngagementResult;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.stream.IntStream;

/** The rows that Mixpanel would return for the scripts of core's five statistics. */
final class StatisticsScripts {
  private static final int EVERY_VALUE = 10_000;

  private final ReportSource source;

  StatisticsScripts(ReportSource source) {
    this.source = source;
  }

  JsonNode run(JqlScript script, JsonNode params) {
    DateRange range =
        DateRange.of(params.path("from_date").asText(), params.path("to_date").asText());
    return switch (script) {
      case DISTRIBUTION -> distribution(range, params);
      case NUMERIC_SUMMARY -> numericSummary(range, params);
      case DAILY_COUNTS -> dailyCounts(range, params);
      case ENGAGEMENT -> engagement(range, params);
      case COVERAGE -> coverage(range, params);
    };
  }

  private ArrayNode distribution(DateRange range, JsonNode params) {
    DistributionResult result =
        source
            .reports()
            .distribution(
                new DistributionRequest(
                    params.path("event").asText(),
                    params.path("property").asText(),
                    range,
                    EVERY_VALUE));
    ArrayNode rows = rows();
    for (DistributionResult.ValueCount value : result.values()) {
      ArrayNode key = row(rows, value.count());
      if (value.value() == null) {
        key.add("unset").add("");
      } else if (value.value() instanceof Json json) {
        key.add("json").add(json.text());
      } else {
        key.add("plain").addPOJO(value.value());
      }
    }
    return rows;
  }

  private ArrayNode numericSummary(DateRange range, JsonNode params) {
    List<Integer> percents =
        LenientReader.counts(params.path("percentiles")).stream().map(Long::intValue).toList();
    NumericSummaryResult result =
        source
            .reports()
            .numericSummary(
                new NumericSummaryRequest(
                    params.path("event").asText(),
                    params.path("property").asText(),
                    range,
                    percents));
    ArrayNode row = rows();
    row.addObject()
        .put("count", result.count())
        .put("sum", result.sum().orElse(0.0))
        .put("avg", result.avg().orElse(0.0))
        .put("stddev", result.stddev().orElse(0.0));
    ArrayNode percentiles = row.addArray();
    result
        .percentiles()
        .forEach((p, value) -> percentiles.addObject().put("percentile", p).put("value", value));
    row.add(result.min().orElse(0.0)).add(result.max().orElse(0.0));
    return rows().add(row);
  }

  private ArrayNode dailyCounts(DateRange range, JsonNode params) {
    ArrayNode rows = rows();
    source
        .reports()
        .dailyCounts(new DailyCountsRequest(range, LenientReader.texts(params.path("events"))))
        .counts()
        .stream()
        .filter(day -> day.count() > 0)
        .forEach(day -> row(rows, day.count()).add(day.date().toString()).add(day.event()));
    return rows;
  }

  private ArrayNode engagement(DateRange range, JsonNode params) {
    EngagementResult result =
        source
            .reports()
            .engagement(
                new EngagementRequest(
                    range,
                    LenientReader.texts(params.path("events")),
                    LenientReader.counts(params.path("buckets")).stream()
                        .map(Long::intValue)
                        .toList()));
    ArrayNode rows = rows();
    long below = result.totalUsers();
    for (EngagementResult.Bucket bucket : result.buckets()) {
      row(rows, bucket.userCount()).add(bucket.bucketMin());
      below -= bucket.userCount();
    }
    row(rows, below).add(0);
    return rows;
  }

  private ArrayNode coverage(DateRange range, JsonNode params) {
    CoverageResult result =
        source
            .reports()
            .coverage(
                new CoverageRequest(
                    params.path("event").asText(),
                    LenientReader.texts(params.path("properties")),
                    range));
    ArrayNode rows = rows();
    if (result.totalEvents() > 0) {
      ObjectNode row = rows.addObject().put("total", result.totalEvents());
      IntStream.range(0, result.coverage().size())
          .forEach(i -> row.put("p" + i, result.coverage().get(i).definedCount()));
    }
    return rows;
  }

  private static ArrayNode rows() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Adds a row of {@code groupBy} and returns its key. */
  private static ArrayNode row(ArrayNode rows, long value) {
    return rows.addObject().put("value", value).putArray("key");
  }
}
