package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Statistics by {@code POST /insights}, as far as its definitions have them. */
final class InsightsStatistics {
  private static final String ALL_EVENTS = "$all_events";
  private static final String EVENT_NAME = "$event_name";
  private static final String UNSET = "undefined";

  /** The most segments that Mixpanel returns. */
  private static final int MOST_SEGMENTS = 50_000;

  private final MixpanelHttp http;

  InsightsStatistics(MixpanelHttp http) {
    this.http = http;
  }

  /** A definition with its metrics in order, and the answer to it. */
  private final class Question {
    private final ObjectNode bookmark = JsonNodeFactory.instance.objectNode();
    private final ObjectNode sections = bookmark.putObject("sections");
    private final ArrayNode show = sections.putArray("show");

    Question(DateRange range, String chartType) {
      ObjectNode time = sections.putArray("time").addObject();
      time.put("dateRangeType", "between").put("unit", "day");
      time.putArray("value").add(range.from().toString()).add(range.to().toString());
      sections.putArray("filter");
      sections.putArray("group");
      bookmark.putObject("displayOptions").put("chartType", chartType).put("analysis", "linear");
    }

    /** Adds a metric of an event and returns its measurement and its filters. */
    ObjectNode metric(String event, String math) {
      ObjectNode metric = show.addObject().put("type", "metric");
      ObjectNode behavior = metric.putObject("behavior");
      behavior.put("type", "event").put("name", event).put("resourceType", "events");
      behavior.put("filtersDeterminer", "all").putArray("filters");
      metric.putObject("measurement").put("math", math);
      return metric;
    }

    void groupBy(String property) {
      ((ArrayNode) sections.path("group"))
          .addObject()
          .put("value", property)
          .put("propertyName", property)
          .put("resourceType", "events")
          .put("propertyType", "string")
          .put("propertyDefaultType", "string");
    }

    Json ask() {
      Map<String, Object> body = new TreeMap<>();
      body.put("project_id", Long.parseLong(http.credentials().projectId()));
      body.put("bookmark", bookmark);
      body.put("queryLimits", Map.of("limit", MOST_SEGMENTS));
      return http.send(
              Call.post(ApiFamily.QUERY, "/insights").withoutProjectId().idempotent().json(body))
          .json();
    }
  }

  DailyCountsResult dailyCounts(DailyCountsRequest request) {
    Question question = new Question(request.range(), "line");
    question.metric(ALL_EVENTS, "total");
    question.groupBy(EVENT_NAME);
    Json answer = question.ask();
    Map<LocalDate, Map<String, Long>> counts = new TreeMap<>();
    segments(answer)
        .forEach(
            (event, days) ->
                LenientReader.fields(days)
                    .forEach(
                        (date, count) ->
                            counts
                                .computeIfAbsent(day(date), d -> new TreeMap<>())
                                .merge(event, LenientReader.count(count), Long::sum)));
    return DailyCountsResult.of(request, counts, Optional.of(answer));
  }

  private static LocalDate day(String date) {
    return DateRange.parseDay("answer's", date.substring(0, Math.min(10, date.length())));
  }

  DistributionResult distribution(DistributionRequest request) {
    Question question = new Question(request.range(), "bar");
    question.metric(request.event(), "total");
    question.groupBy(request.propertyName());
    Json answer = question.ask();
    Map<@Nullable Object, Long> counts = new HashMap<>();
    segments(answer)
        .forEach(
            (value, numbers) ->
                counts.merge(value.equals(UNSET) ? null : value, sum(numbers), Long::sum));
    return DistributionResult.of(request, counts, Optional.of(answer));
  }

  CoverageResult coverage(CoverageRequest request) {
    Question question = new Question(request.range(), "bar");
    question.metric(request.event(), "total");
    for (String property : request.properties()) {
      ObjectNode metric = question.metric(request.event(), "total");
      metric.withArray("/behavior/filters").add(isSet(property));
    }
    Json answer = question.ask();
    List<Optional<Double>> numbers = numbers(answer, question.show.size());
    Map<String, Long> defined = new HashMap<>();
    for (int i = 0; i < request.properties().size(); i++) {
      defined.put(request.properties().get(i), whole(numbers.get(i + 1)));
    }
    return CoverageResult.of(request, whole(numbers.get(0)), defined, Optional.of(answer));
  }

  private static ObjectNode isSet(String property) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("resourceType", "events")
        .put("filterType", "string")
        .put("defaultType", "string")
        .put("value", property)
        .put("filterOperator", "is set")
        .putNull("filterValue");
  }

  NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    Question question = new Question(request.range(), "bar");
    ObjectNode count = question.metric(request.event(), "total");
    ObjectNode number = isSet(request.propertyName());
    number.put("filterType", "number").put("defaultType", "number");
    count.withArray("/behavior/filters").add(number);
    for (String math : List.of("total", "average", "min", "max")) {
      measured(question.metric(request.event(), math), request.propertyName());
    }
    for (int percentile : request.percentiles()) {
      ObjectNode metric = question.metric(request.event(), "custom_percentile");
      measured(metric, request.propertyName()).put("percentile", percentile);
    }
    Json answer = question.ask();
    List<Optional<Double>> numbers = numbers(answer, question.show.size());
    boolean any = whole(numbers.get(0)) > 0;
    Map<Integer, Double> percentiles = new TreeMap<>();
    for (int i = 0; any && i < request.percentiles().size(); i++) {
      int percentile = request.percentiles().get(i);
      numbers.get(5 + i).ifPresent(value -> percentiles.put(percentile, value));
    }
    return new NumericSummaryResult(
        request.event(),
        request.propertyName(),
        request.range().from(),
        request.range().to(),
        whole(numbers.get(0)),
        numbers.get(3).filter(n -> any),
        numbers.get(4).filter(n -> any),
        numbers.get(1).filter(n -> any),
        numbers.get(2).filter(n -> any),
        Optional.empty(),
        percentiles,
        Optional.of(answer));
  }

  private static ObjectNode measured(ObjectNode metric, String property) {
    ObjectNode measurement = (ObjectNode) metric.path("measurement");
    measurement.putObject("property").put("name", property).put("resourceType", "events");
    return measurement;
  }

  private static long whole(Optional<Double> number) {
    return Math.round(number.orElse(0.0));
  }

  private static long sum(JsonNode numbers) {
    return LenientReader.fields(numbers).values().stream().mapToLong(LenientReader::count).sum();
  }

  /** Returns the segments of the only metric, without the whole. */
  private static Map<String, JsonNode> segments(Json answer) {
    Map<String, JsonNode> segments = new TreeMap<>();
    for (JsonNode metric : Mappers.read(answer.text()).path("series")) {
      segments.putAll(LenientReader.fields(metric));
    }
    segments.remove(SeriesReader.OVERALL);
    return segments;
  }

  /**
   * Returns the number of each metric, in the order of the question. Names of metrics are made up
   * by Mixpanel; {@code metric_key} says which is whose.
   */
  private static List<Optional<Double>> numbers(Json answer, int metrics) {
    JsonNode whole = Mappers.read(answer.text());
    JsonNode shown = whole.at("/meta/report_sections/show");
    if (shown.size() != metrics) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "Mixpanel's Insights answered " + shown.size() + " of " + metrics + " metrics.");
    }
    List<Optional<Double>> numbers = new ArrayList<>();
    for (JsonNode metric : shown) {
      JsonNode values = whole.path("series").path(metric.path("metric_key").asText());
      numbers.add(
          LenientReader.fields(values).values().stream()
              .flatMap(number -> LenientReader.number(number).stream())
              .findFirst());
    }
    return numbers;
  }
}
