package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.ActiveUsersResult;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.TimeUnit;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Users active in the days up to each day. An active day of a user counts for the days from it on
 * until the next active day or the end of the window, so that no user counts twice and the table is
 * read once, however many days the window has.
 */
final class ActiveUsersReport {
  private final Session session;

  ActiveUsersReport(Session session) {
    this.session = session;
  }

  ActiveUsersResult run(ActiveUsersRequest request) throws SQLException {
    DateRange range = request.range();
    DateRange read =
        new DateRange(range.from().minusDays(request.days().orElse(1) - 1L), range.to());
    session.coverage().require(read, request.events());
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    Select base = session.passing(rows, session.events(request.events(), read), where);
    Select days =
        Select.from(Session.ROWS)
            .column("DISTINCT distinct_id", "distinct_id")
            .column(session.clock().bucket("event_time", read, TimeUnit.DAY), "active_day")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER);
    String next = "lead(active_day) OVER (PARTITION BY distinct_id ORDER BY active_day)";
    String until =
        request
            .days()
            .map(
                n ->
                    "least(active_day + " + n + ", coalesce(" + next + ", active_day + " + n + "))")
            .orElse(next);
    Select spans =
        Select.from("days").column("active_day", "active_day").column(until, "until_day");
    Map<LocalDate, Long> changes = new TreeMap<>();
    session.run(
        Select.from("spans")
            .with(Session.ROWS, base)
            .with("days", days)
            .with("spans", spans)
            .column("active_day", "active_day")
            .column("until_day", "until_day")
            .column("count(*)", "users")
            .groupBy("active_day", "until_day"),
        row -> {
          long users = row.getLong("users");
          changes.merge(row.getObject("active_day", LocalDate.class), users, Long::sum);
          Optional.ofNullable(row.getObject("until_day", LocalDate.class))
              .ifPresent(day -> changes.merge(day, -users, Long::sum));
        });
    return new ActiveUsersResult(
        range.from(),
        range.to(),
        request.events(),
        request.days(),
        added(changes, read, range),
        Optional.empty());
  }

  private static Map<LocalDate, Long> added(
      Map<LocalDate, Long> changes, DateRange read, DateRange range) {
    Map<LocalDate, Long> users = new TreeMap<>();
    long active = 0;
    for (DateRange day : read.split(1)) {
      active += changes.getOrDefault(day.from(), 0L);
      if (!day.from().isBefore(range.from())) {
        users.put(day.from(), active);
      }
    }
    return users;
  }
}
