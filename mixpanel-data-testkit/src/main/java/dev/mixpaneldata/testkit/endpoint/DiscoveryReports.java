package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.testkit.naive.NaiveEvent;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The endpoints that list the contents of a project: today's commonest events, properties and their
 * values, cohorts.
 */
final class DiscoveryReports {
  private final ReportSource source;

  DiscoveryReports(ReportSource source) {
    this.source = source;
  }

  /** Compares today with yesterday, by the project's clock. */
  JsonNode topEvents(Arguments arguments) throws Refusal {
    CountType type = arguments.choice("type", CountType.class, CountType.GENERAL);
    LocalDate today = LocalDate.ofInstant(source.world().clock().instant(), source.zone());
    DateRange days = new DateRange(today.minusDays(1), today);
    List<String> names =
        source.reports().events().stream().map(NaiveEvent::name).distinct().toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode events = answer.putArray("events");
    Map<String, Map<String, Number>> series =
        names.isEmpty()
            ? Map.of()
            : source
                .reports()
                .eventCounts(new EventCountsRequest(names, days, BucketUnit.DAY, type))
                .series();
    Map<String, Double> counts = new TreeMap<>();
    series.forEach((name, numbers) -> counts.put(name, number(numbers, today)));
    ranked(counts)
        .filter(event -> event.getValue() > 0)
        .limit(arguments.integer("limit").orElse(100))
        .forEach(
            event -> {
              double before =
                  number(series.getOrDefault(event.getKey(), Map.of()), today.minusDays(1));
              events
                  .addObject()
                  .put("amount", event.getValue())
                  .put("event", event.getKey())
                  .put("percent_change", before == 0 ? null : event.getValue() / before - 1);
            });
    return answer.put("type", arguments.text("type").orElse("general"));
  }

  private static double number(Map<String, Number> numbers, LocalDate day) {
    return Optional.ofNullable(numbers.get(day.toString())).map(Number::doubleValue).orElse(0.0);
  }

  /** Returns the properties of an event, by the number of events that have them. */
  JsonNode topProperties(Arguments arguments) throws Refusal {
    String event = arguments.required("event");
    Map<String, Double> counts = new TreeMap<>();
    source.reports().events().stream()
        .filter(e -> e.name().equals(event))
        .forEach(
            e ->
                e.properties()
                    .fieldNames()
                    .forEachRemaining(n -> counts.merge(n, 1.0, Double::sum)));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ranked(counts)
        .limit(arguments.integer("limit").orElse(10))
        .forEach(p -> answer.putObject(p.getKey()).put("count", p.getValue().longValue()));
    return answer;
  }

  /** Returns the values of a property as text, the commonest first. */
  JsonNode propertyValues(Arguments arguments) throws Refusal {
    String name = arguments.required("name");
    Optional<String> event = arguments.text("event");
    Map<String, Double> counts = new TreeMap<>();
    source.reports().events().stream()
        .filter(e -> event.isEmpty() || event.get().equals(e.name()))
        .filter(e -> e.properties().hasNonNull(name))
        .map(e -> e.properties().path(name))
        .forEach(v -> counts.merge(v.isValueNode() ? v.asText() : v.toString(), 1.0, Double::sum));
    ArrayNode answer = JsonNodeFactory.instance.arrayNode();
    ranked(counts)
        .limit(arguments.integer("limit").orElse(255))
        .forEach(value -> answer.add(value.getKey()));
    return answer;
  }

  JsonNode cohorts(Arguments ignored) {
    ArrayNode answer = JsonNodeFactory.instance.arrayNode();
    new TreeMap<>(source.world().cohorts())
        .forEach(
            (id, members) ->
                answer
                    .addObject()
                    .put("id", Long.parseLong(id))
                    .put("name", "Cohort " + id)
                    .put("count", members.size())
                    .put("is_visible", 1)
                    .put("description", "")
                    .put("created", "2026-01-01 10:00:00")
                    .put("project_id", source.world().project().id()));
    return answer;
  }

  private static Stream<Map.Entry<String, Double>> ranked(Map<String, Double> counts) {
    Function<Map.Entry<String, Double>, Double> size = Map.Entry::getValue;
    return counts.entrySet().stream().sorted(Comparator.comparing(size).reversed());
  }
}
