package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.export.ProjectTime;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads {@code {"results": {"events": [{"event": …, "properties": {…}}]}}}. */
final class ActivityReader {
  /** The last time in seconds: a greater one would be after the year 5000. */
  private static final double LAST_SECOND = 1e11;

  private ActivityReader() {}

  static List<UserEvent> read(Json answer, Optional<ZoneId> projectZone) {
    JsonNode events = LenientReader.unwrap(Mappers.read(answer.text()), "results", "events");
    return LenientReader.elements(events).stream().map(event -> event(event, projectZone)).toList();
  }

  private static UserEvent event(JsonNode event, Optional<ZoneId> projectZone) {
    JsonNode properties = event.path("properties");
    return new UserEvent(
        LenientReader.text(event.path("event")).orElse(""),
        LenientReader.number(properties.path("time")).map(time -> instant(time, projectZone)),
        LenientReader.text(properties.path("distinct_id"))
            .or(() -> LenientReader.text(properties.path("$distinct_id"))),
        LenientReader.json(properties).orElse(new Json("{}")));
  }

  private static Instant instant(double time, Optional<ZoneId> projectZone) {
    long millis = Math.round(time > LAST_SECOND ? time : time * 1000);
    return ProjectTime.instant(millis, projectZone);
  }
}
