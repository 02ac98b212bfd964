package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.ActiveUsersResult;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Users active in the days up to each day, each day looked at for itself. */
final class ActiveUsers {
  private ActiveUsers() {}

  static ActiveUsersResult of(NaiveProject project, ActiveUsersRequest request) {
    DateRange range = request.range();
    List<NaiveEvent> events =
        project.events(
            NaiveProject.named(request.events())
                .and(NaiveEvent::hasUser)
                .and(project.passing(request.where())));
    Map<LocalDate, Long> users = new TreeMap<>();
    for (DateRange day : range.split(1)) {
      LocalDate first = request.days().map(n -> day.to().minusDays(n - 1)).orElse(range.from());
      users.put(
          day.to(),
          events.stream()
              .filter(project.within(new DateRange(first, day.to())))
              .map(NaiveEvent::distinctId)
              .distinct()
              .count());
    }
    return new ActiveUsersResult(
        range.from(), range.to(), request.events(), request.days(), users, Optional.empty());
  }
}
