package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.ActiveUsersResult;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Active users: for each day, a count over all events of the days up to it. */
final class ActiveUsers {
  private final NaiveProject project;
  private final ActiveUsersRequest request;

  ActiveUsers(NaiveProject project, ActiveUsersRequest request) {
    this.project = project;
    this.request = request;
  }

  ActiveUsersResult result() {
    Map<String, Map<String, Number>> series = new LinkedHashMap<>();
    for (int days : request.days()) {
      series.put(Integer.toString(days), perDay(days));
    }
    if (request.cumulative()) {
      series.put(ActiveUsersResult.CUMULATIVE, perDay(Integer.MAX_VALUE));
    }
    return ActiveUsersResult.of(request, series);
  }

  private Map<String, Number> perDay(int days) {
    Map<String, Number> users = new TreeMap<>();
    for (LocalDate day : days(request.range())) {
      LocalDate first =
          days == Integer.MAX_VALUE ? request.range().from() : day.minusDays(days - 1L);
      users.put(
          day.toString(),
          (long)
              project
                  .eventsByUser(
                      NaiveProject.named(request.events())
                          .and(project.within(new DateRange(first, day)))
                          .and(project.passing(request.where())))
                  .size());
    }
    return users;
  }

  private static List<LocalDate> days(DateRange range) {
    return range.from().datesUntil(range.to().plusDays(1)).toList();
  }
}
