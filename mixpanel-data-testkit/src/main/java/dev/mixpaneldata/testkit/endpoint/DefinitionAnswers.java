package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsLine;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What Mixpanel answers to definitions, in the shapes of recorded answers. */
final class DefinitionAnswers {
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private static final String OVERALL = "$overall";
  private static final String ALL = "all";

  private final ZoneId zone;
  private final ObjectNode answer = JsonNodeFactory.instance.objectNode();

  DefinitionAnswers(String computedAt, ZoneId zone) {
    this.zone = zone;
    answer.put("computed_at", computedAt);
  }

  JsonNode insights(InsightsRequest request, InsightsResult result) {
    answer
        .putObject("date_range")
        .put("from_date", at(result.fromDate().atStartOfDay()))
        .put("to_date", at(result.toDate().atTime(23, 59, 59)));
    boolean named = request.metrics().stream().anyMatch(metric -> metric.name().isPresent());
    ArrayNode headers = answer.putArray("headers").add(named ? "$metric" : "$event");
    request.by().forEach(by -> headers.add(name(by)));
    ObjectNode meta = answer.putObject("meta");
    meta.put("is_segmentation_limit_hit", result.limitHit().orElse(false));
    ArrayNode shown = meta.putObject("report_sections").putArray("show");
    if (!request.formulas().isEmpty()) {
      request.metrics().forEach(metric -> shown.addObject().putNull("metric_key"));
    }
    List<String> keys = keys(request);
    keys.forEach(key -> shown.addObject().put("metric_key", key));
    Function<InsightsLine, String> key = line -> keys.get(result.metrics().indexOf(line.metric()));
    int depth = request.by().size();
    write(answer.putObject("series"), result, depth, key, InsightsLine::values, this::bucket);
    request
        .compare()
        .ifPresent(
            offset -> {
              Period back = Period.between(offset.before(range(result)).from(), result.fromDate());
              write(
                  answer.putObject("time_comparison").putObject("series"),
                  result,
                  depth,
                  key,
                  InsightsLine::previous,
                  bucket -> earlier(bucket, back));
              write(
                  answer.putObject("lift_comparison").putObject("series"),
                  result,
                  depth,
                  key,
                  InsightsLine::change,
                  this::bucket);
            });
    return answer;
  }

  private static DateRange range(InsightsResult result) {
    return new DateRange(result.fromDate(), result.toDate());
  }

  private static String name(Grouping by) {
    return by.title().replaceAll("^.*\\[\"|\"]$", "");
  }

  private static List<String> keys(InsightsRequest request) {
    List<String> keys = new ArrayList<>();
    if (request.formulas().isEmpty()) {
      request.resolvedMetrics().forEach(metric -> keys.add(key(metric)));
    } else {
      request.formulas().forEach(formula -> keys.add(formula.title()));
    }
    if (keys.size() > 1) {
      for (int i = 0; i < keys.size(); i++) {
        keys.set(i, Formula.letters(i) + ". " + keys.get(i));
      }
    }
    return keys;
  }

  private static String key(Metric metric) {
    String label =
        metric.measureOrTotal() == Measure.UNIQUE
            ? "Unique Users"
            : metric.property().isEmpty() && metric.measureOrTotal() == Measure.TOTAL
                ? "Total Events"
                : metric.measureOrTotal().wireName();
    return metric.name().orElseGet(() -> String.join(" or ", metric.events()) + " [" + label + "]");
  }

  private static void write(
      ObjectNode series,
      InsightsResult result,
      int depth,
      Function<InsightsLine, String> key,
      Function<InsightsLine, Map<String, @Nullable Number>> numbers,
      UnaryOperator<String> bucket) {
    for (InsightsLine line : result.lines()) {
      ObjectNode place = child(series, key.apply(line));
      for (String value : line.segment()) {
        place = child(place, value);
      }
      ObjectNode leaf = line.segment().size() < depth ? child(place, OVERALL) : place;
      numbers
          .apply(line)
          .forEach(
              (name, number) -> {
                if (number instanceof Long whole) {
                  leaf.put(bucket.apply(name), whole);
                } else {
                  leaf.put(
                      bucket.apply(name), number == null ? null : (Double) number.doubleValue());
                }
              });
    }
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode known ? known : parent.putObject(name);
  }

  private String earlier(String bucket, Period back) {
    return bucket.equals(ALL) ? ALL : at(time(bucket).minus(back));
  }

  private String bucket(String name) {
    return name.equals(ALL) ? ALL : at(time(name));
  }

  private static LocalDateTime time(String bucket) {
    return LocalDateTime.parse(bucket.contains("T") ? bucket : bucket + "T00:00:00");
  }

  private String at(LocalDateTime local) {
    return WITH_OFFSET.format(ZonedDateTime.of(local, zone));
  }

  /**
   * Returns the answer about a funnel.
   *
   * @param levels the values of the levels of a segment, by its name
   */
  JsonNode funnel(FunnelRequest request, FunnelResult result, Map<String, List<String>> levels) {
    ArrayNode headers = answer.putArray("headers").add("$funnel");
    request.groupings().forEach(by -> headers.add(name(by)));
    String key =
        request.steps().get(0).event()
            + " through "
            + request.steps().get(request.steps().size() - 1).event();
    if (request.unit().isPresent()) {
      return rates(key + " [Conversion Rate - All Steps]", result);
    }
    headers.add("Metric").add("Step");
    meta(key);
    ObjectNode series = answer.putObject("series").putObject(key);
    if (request.groupings().isEmpty()) {
      steps(series, result.steps());
    } else {
      // Recorded answers have the segments alone, without the whole.
      result
          .segments()
          .forEach((segment, steps) -> steps(place(series, levels.get(segment)), steps));
    }
    return answer;
  }

  /** Writes a line chart: the rate of conversion by bucket, and the number that converted. */
  private JsonNode rates(String key, FunnelResult result) {
    meta(key);
    ObjectNode rates = answer.putObject("series").putObject(key).putObject(OVERALL);
    ObjectNode counts =
        answer.putObject("secondary").putObject("series").putObject(key).putObject(OVERALL);
    result
        .series()
        .forEach(
            (bucket, steps) -> {
              FunnelStep last = steps.get(steps.size() - 1);
              rates.put(bucket(bucket), last.overallConversionRate());
              counts.put(bucket(bucket), last.count());
            });
    return answer;
  }

  private static ObjectNode place(ObjectNode series, @Nullable List<String> levels) {
    ObjectNode place = series;
    for (String value : levels == null ? List.<String>of() : levels) {
      place = child(place, value);
    }
    return place;
  }

  private void meta(String key) {
    answer
        .putObject("meta")
        .putObject("report_sections")
        .putArray("show")
        .addObject()
        .put("metric_key", key);
  }

  private static void steps(ObjectNode target, List<FunnelStep> steps) {
    for (String measure : List.of("avg_time", "avg_time_from_start", "count")) {
      target.putObject(measure);
    }
    for (int i = 0; i < steps.size(); i++) {
      FunnelStep step = steps.get(i);
      String name = (i + 1) + ". " + step.event();
      put(target.withObject("/avg_time"), name, step.averageSeconds());
      put(target.withObject("/avg_time_from_start"), name, step.averageSecondsFromStart());
      target.withObject("/count").putObject(name).put(ALL, step.count());
    }
  }

  private static void put(ObjectNode measure, String step, Optional<Double> seconds) {
    measure.putObject(step).put(ALL, seconds.orElse(null));
  }

  /**
   * Returns the answer about retention.
   *
   * @param levels the values of the levels of a segment, by its name
   */
  JsonNode retention(
      RetentionRequest request, RetentionResult result, Map<String, List<String>> levels) {
    ArrayNode headers = answer.putArray("headers").add("$retention");
    request.groupings().forEach(by -> headers.add(name(by)));
    String key = request.bornEvent() + " and then " + request.returnEventOrBorn();
    meta(key);
    ObjectNode series = answer.putObject("series").putObject(key);
    if (request.groupings().isEmpty()) {
      rows(series, result.cohorts());
    } else {
      ObjectNode whole = series;
      for (int level = 0; level < request.groupings().size(); level++) {
        whole = child(whole, OVERALL);
      }
      rows(whole, result.cohorts());
      result.segments().forEach((segment, rows) -> rows(place(series, levels.get(segment)), rows));
    }
    return answer;
  }

  private void rows(ObjectNode target, List<RetentionCohort> cohorts) {
    for (RetentionCohort cohort : cohorts) {
      ObjectNode row = target.putObject(bucket(cohort.date())).put("first", cohort.size());
      ArrayNode counts = row.putArray("counts");
      cohort.counts().forEach(counts::add);
      ArrayNode rates = row.putArray("rates");
      cohort.retention().forEach(rates::add);
    }
  }
}
