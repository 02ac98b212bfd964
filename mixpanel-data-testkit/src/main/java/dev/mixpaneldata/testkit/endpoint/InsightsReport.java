package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** {@code GET /insights}: a saved report of one event, with times in the project's zone. */
final class InsightsReport {
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private final ReportSource source;

  InsightsReport(ReportSource source) {
    this.source = source;
  }

  JsonNode query(Arguments arguments) throws Refusal {
    String id = arguments.required("bookmark_id");
    SavedInsights report =
        source.world().saved().insights().stream()
            .filter(r -> Long.toString(r.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.badRequest("Bookmark not found: " + id));
    SegmentationRequest request = report.request();
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
