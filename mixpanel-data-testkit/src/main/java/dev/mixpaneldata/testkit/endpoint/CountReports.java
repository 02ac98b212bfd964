package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.HourOrDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoints {@code /segmentation} and those under it, {@code /events} and {@code
 * /events/properties}.
 */
final class CountReports {
  private static final int DEFAULT_VALUES = 255;

  private final ReportSource source;

  CountReports(ReportSource source) {
    this.source = source;
  }

  JsonNode segmentation(Arguments arguments) throws Refusal {
    return SeriesJson.dense(
        source
            .reports()
            .segmentation(
                new SegmentationRequest(
                    arguments.required("event"),
                    ReportDays.of(arguments.range()),
                    on(arguments),
                    arguments.text("where"),
                    unit(arguments),
                    arguments.integer("interval"),
                    type(arguments),
                    arguments.integer("limit"),
                    SeriesTransform.NONE))
            .series());
  }

  JsonNode numeric(Arguments arguments) throws Refusal {
    return SeriesJson.sparse(
        source
            .reports()
            .segmentationNumeric(
                new NumericBucketsRequest(
                    arguments.required("event"),
                    arguments.range(),
                    requiredOn(arguments),
                    arguments.choice("unit", HourOrDay.class, HourOrDay.DAY),
                    arguments.text("where"),
                    type(arguments),
                    arguments.integer("buckets")))
            .series());
  }

  JsonNode sum(Arguments arguments) throws Refusal {
    NumericSeriesResult sums = source.reports().segmentationSum(numericSeries(arguments));
    return results(sums).put("computed_at", source.world().clock().instant().toString());
  }

  /** Returns averages; unlike a sum, the answer does not say when it was computed. */
  JsonNode average(Arguments arguments) throws Refusal {
    return results(source.reports().segmentationAverage(numericSeries(arguments)));
  }

  private static NumericSeriesRequest numericSeries(Arguments arguments) throws Refusal {
    return new NumericSeriesRequest(
        arguments.required("event"),
        arguments.range(),
        requiredOn(arguments),
        arguments.choice("unit", HourOrDay.class, HourOrDay.DAY),
        arguments.text("where"));
  }

  private static ObjectNode results(NumericSeriesResult result) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    ObjectNode results = answer.putObject("results");
    result.results().forEach((bucket, value) -> results.put(SeriesJson.bucket(bucket), value));
    return answer;
  }

  JsonNode events(Arguments arguments) throws Refusal {
    Set<String> events =
        arguments
            .texts("event")
            .orElseThrow(() -> Refusal.badRequest("Missing required parameter: event"));
    return SeriesJson.sparse(
        source
            .reports()
            .eventCounts(
                new EventCountsRequest(
                    List.copyOf(events), arguments.range(), unit(arguments), type(arguments)))
            .series());
  }

  JsonNode properties(Arguments arguments) throws Refusal {
    return SeriesJson.sparse(
        source
            .reports()
            .propertyCounts(
                new PropertyCountsRequest(
                    arguments.required("event"),
                    arguments.required("name"),
                    arguments.range(),
                    unit(arguments),
                    type(arguments),
                    List.copyOf(arguments.texts("values").orElse(Set.of())),
                    arguments.integer("limit").orElse(DEFAULT_VALUES)))
            .series());
  }

  private static BucketUnit unit(Arguments arguments) throws Refusal {
    return arguments.choice("unit", BucketUnit.class, BucketUnit.DAY);
  }

  private static CountType type(Arguments arguments) throws Refusal {
    return arguments.choice("type", CountType.class, CountType.GENERAL);
  }

  private static String requiredOn(Arguments arguments) throws Refusal {
    return on(arguments).orElseThrow(() -> Refusal.badRequest("Missing required parameter: on"));
  }

  /** Returns the property to split by. Bare names are refused, as Mixpanel refuses them. */
  static Optional<String> on(Arguments arguments) {
    return arguments.text("on").map(text -> Expression.parse(text).toString());
  }
}
