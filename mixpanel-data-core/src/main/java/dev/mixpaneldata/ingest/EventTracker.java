package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.Mappers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Sends events of the last days with a project's token, as clients do: {@code POST /track}. */
final class EventTracker {
  private final MixpanelHttp http;
  private final String token;
  private final EventCheck check;

  EventTracker(MixpanelHttp http, String token, Instant now) {
    this.http = http;
    this.token = token;
    this.check = EventCheck.ofTracked(now);
  }

  /** Sends all events or none; returns how many. */
  int track(List<String> events) {
    if (events.isEmpty() || events.size() > EventLimits.BATCH_EVENTS) {
      throw MixpanelDataException.invalidArgument(
          "There are " + events.size() + " events.",
          "Track 1 to " + EventLimits.BATCH_EVENTS + " at once, or import them.");
    }
    ArrayNode body = Mappers.json().createArrayNode();
    for (int i = 0; i < events.size(); i++) {
      body.add(event(events.get(i), i + 1));
    }
    JsonNode said =
        Mappers.read(
            http.send(
                    Call.post(ApiFamily.INGESTION, "/track")
                        .withoutCredentials()
                        .parameter("ip", "0")
                        .parameter("verbose", "1")
                        .json(body)
                        // Mixpanel knows by the insert id what it has already.
                        .idempotent())
                .body());
    if (said.isNumber() ? said.asInt() != 1 : said.path("status").asInt() != 1) {
      throw MixpanelDataException.invalidArgument(
          "Mixpanel refused the events.", "Check their names, times and properties.");
    }
    return events.size();
  }

  private JsonNode event(String text, int number) {
    try {
      byte[] prepared = check.prepare(text.getBytes(StandardCharsets.UTF_8));
      JsonNode event = Mappers.read(new String(prepared, StandardCharsets.UTF_8));
      ((ObjectNode) event.path("properties")).put("token", token);
      return event;
    } catch (InvalidEventException e) {
      throw MixpanelDataException.invalidArgument(
          "Event " + number + " cannot be tracked: " + e.reason(),
          "Correct it. No event was sent.");
    }
  }
}
