package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.UserEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The endpoint {@code /stream/query}: all events of users, with times in seconds. */
final class ActivityReport {
  private final ReportSource source;

  ActivityReport(ReportSource source) {
    this.source = source;
  }

  JsonNode query(Arguments arguments) throws Refusal {
    Set<String> ids =
        arguments
            .texts("distinct_ids")
            .orElseThrow(() -> Refusal.badRequest("Missing required parameter: distinct_ids"));
    ActivityFeedRequest request =
        new ActivityFeedRequest(List.copyOf(ids), Optional.of(arguments.range()), 0);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    ArrayNode events = answer.putObject("results").putArray("events");
    for (UserEvent event : source.reports().activityFeed(request).events()) {
      ObjectNode properties =
          Mappers.read(event.properties().text()) instanceof ObjectNode object
              ? object
              : JsonNodeFactory.instance.objectNode();
      event.time().ifPresent(time -> properties.put("time", seconds(time)));
      events.addObject().put("event", event.event()).set("properties", properties);
    }
    return answer;
  }

  /** Returns seconds since 1970; for an older project, its wall clock read as if it were UTC. */
  private long seconds(Instant time) {
    return source
        .world()
        .olderProjectZone()
        .map(zone -> time.atZone(zone).toLocalDateTime().toEpochSecond(ZoneOffset.UTC))
        .orElse(time.getEpochSecond());
  }
}
