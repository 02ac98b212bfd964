package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoint {@code /insights}: a saved report of one event, or a definition of one, with times
 * in the project's zone.
 */
final class InsightsReport {
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private static final int MAX_SEGMENTS = 3000;

  private final ReportSource source;

  InsightsReport(ReportSource source) {
    this.source = source;
  }

  JsonNode query(Arguments arguments) throws Refusal {
    Optional<JsonNode> definition = arguments.json("bookmark");
    if (definition.isPresent()) {
      definition = Optional.of(source.world().metrics().inlined(definition.get()));
    }
    int most = limit(arguments.json("queryLimits"));
    SegmentationRequest request =
        definition.isPresent()
            ? InsightsDefinition.read(definition.get(), today()).with(r -> r.limit(most))
            : saved(arguments.required("bookmark_id"));
    SegmentationResult result = source.reports().segmentation(request);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("computed_at", source.world().clock().instant().toString());
    answer
        .putObject("date_range")
        .put("from_date", at(request.range().from().atStartOfDay()))
        .put("to_date", at(request.range().to().atTime(23, 59, 59)));
    var headers = answer.putArray("headers").add("$event");
    request.on().ifPresent(headers::add);
    ObjectNode series = answer.putObject("series");
    if (request.on().isEmpty()) {
      addAll(series, result.series());
    } else {
      addAll(series.putObject(request.event()), result.series());
    }
    return answer;
  }

  private SegmentationRequest saved(String id) throws Refusal {
    return source.world().saved().insights().stream()
        .filter(r -> Long.toString(r.id()).equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.badRequest("Bookmark not found: " + id))
        .request();
  }

  private static int limit(Optional<JsonNode> limits) {
    return limits.map(l -> l.path("limit").asInt(MAX_SEGMENTS)).orElse(MAX_SEGMENTS);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(source.world().clock().instant(), source.zone());
  }

  private void addAll(ObjectNode target, Map<String, Map<String, Number>> series) {
    series.forEach(
        (name, numbers) -> {
          ObjectNode row = target.putObject(name);
          numbers.forEach(
              (bucket, number) -> {
                String start = bucket.contains("T") ? bucket : bucket + "T00:00:00";
                row.put(at(LocalDateTime.parse(start)), number.doubleValue());
              });
        });
  }

  private String at(LocalDateTime local) {
    return WITH_OFFSET.format(ZonedDateTime.of(local, source.zone()));
  }
}
