package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.dataset.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Events told one by one: {@code story.event("u1", "Open", "2026-01-05T10:00:00Z")}. */
final class EventScript {
  private final List<NaiveEvent> events = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();

  EventScript event(String user, String name, String time) {
    return event(user, name, time, "{}");
  }

  EventScript event(String user, String name, String time, String properties) {
    events.add(
        new NaiveEvent(name, Instant.parse(time).toEpochMilli(), user, Mappers.read(properties)));
    return this;
  }

  EventScript profile(String json) {
    profiles.add(Profile.parse(json));
    return this;
  }

  NaiveReports reports() {
    return reports("UTC");
  }

  NaiveReports reports(String zone) {
    return new NaiveReports(events, profiles, ZoneId.of(zone), ExpressionOptions.defaults());
  }
}
