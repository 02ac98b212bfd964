package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All events of users, with times in seconds: {@code /stream/query}, and {@code /stream/bookmark}
 * in pages, the newest first.
 */
final class ActivityReport {
  /** The number of events on a page; Mixpanel's is not documented. */
  static final int PAGE = 1000;

  private static final Set<String> KNOWN =
      Set.of(
          "project_id",
          "workspace_id",
          "bookmark",
          "distinct_ids",
          "mode",
          "limit",
          "include_events",
          "exclude_events",
          "sentinel_event",
          "paging_window",
          "search",
          "search_properties",
          "use_custom_events");

  private final ReportSource source;

  ActivityReport(ReportSource source) {
    this.source = source;
  }

  JsonNode query(Arguments arguments) throws Refusal {
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    events.addAll(events(ids(arguments), arguments.range()));
    return answer(events);
  }

  JsonNode bookmark(Arguments arguments) throws Refusal {
    arguments.refuseOthers(KNOWN);
    arguments.required("workspace_id");
    JsonNode bookmark =
        arguments
            .json("bookmark")
            .orElseThrow(() -> Refusal.badRequest("Missing required parameter: bookmark"));
    Arguments.refuseOthers("bookmark", bookmark, Set.of("dateRange", "entries"));
    List<ObjectNode> all = events(ids(arguments), range(bookmark.path("dateRange")));
    int to = end(all, arguments.text("sentinel_event").map(Mappers::read));
    int from = Math.max(0, to - PAGE);
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    events.addAll(all.subList(from, to));
    ObjectNode answer = answer(events);
    ObjectNode results = (ObjectNode) answer.path("results");
    if (from > 0) {
      results.set("sentinel_event", all.get(from));
    } else {
      results.putNull("sentinel_event");
    }
    return answer;
  }

  /** Returns the place of the event that the page before began with. */
  private static int end(List<ObjectNode> events, Optional<JsonNode> sentinel) throws Refusal {
    if (sentinel.isEmpty()) {
      return events.size();
    }
    int first = events.indexOf(sentinel.get());
    if (first < 0) {
      throw Refusal.badRequest("Unknown sentinel_event");
    }
    return first;
  }

  private DateRange range(JsonNode range) throws Refusal {
    LocalDate today = LocalDate.ofInstant(source.world().clock().instant(), source.zone());
    return switch (range.path("type").asText()) {
      case "between" -> DateRange.of(range.path("from").asText(), range.path("to").asText());
      case "since" -> new DateRange(LocalDate.parse(range.path("from").asText()), today);
      case "relative_after" ->
          new DateRange(today.minusDays(range.at("/window/value").asLong() - 1), today);
      default -> throw Refusal.badRequest("Invalid dateRange: " + range);
    };
  }

  private static Set<String> ids(Arguments arguments) throws Refusal {
    return arguments
        .texts("distinct_ids")
        .orElseThrow(() -> Refusal.badRequest("Missing required parameter: distinct_ids"));
  }

  private List<ObjectNode> events(Set<String> ids, DateRange range) {
    ActivityFeedRequest request = new ActivityFeedRequest(List.copyOf(ids), Optional.of(range), 0);
    return source.reports().activityFeed(request).events().stream().map(this::event).toList();
  }

  private ObjectNode event(UserEvent event) {
    ObjectNode properties =
        Mappers.read(event.properties().text()) instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode();
    event.time().ifPresent(time -> properties.put("time", seconds(time)));
    ObjectNode row = JsonNodeFactory.instance.objectNode().put("event", event.event());
    row.set("properties", properties);
    return row;
  }

  private static ObjectNode answer(ArrayNode events) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer.putObject("results").set("events", events);
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
