package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The activity of users: all their events, of every name. */
final class ActivityFeed {
  private ActivityFeed() {}

  static ActivityFeedResult of(NaiveProject project, ActivityFeedRequest request) {
    Predicate<NaiveEvent> wanted = request.range().map(project::within).orElse(event -> true);
    return ActivityFeedResult.of(
        request,
        project
            .events(wanted.and(event -> request.distinctIds().contains(event.distinctId())))
            .stream()
            .map(ActivityFeed::userEvent)
            .toList(),
        Optional.empty());
  }

  private static UserEvent userEvent(NaiveEvent event) {
    return new UserEvent(
        event.name(),
        Optional.of(Instant.ofEpochMilli(event.timeMillis())),
        Optional.of(event.distinctId()),
        new Json(event.properties().toString()));
  }
}
