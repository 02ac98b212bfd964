package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.ActiveUsersResult;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SqlValues;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts the users active in the days up to each day. An active day of a user counts for the days
 * from it on until the next active day or the end of the window, so that no user counts twice and
 * the table is read once, however many days the window has.
 */
final class ActiveUsersReport {
  /** The number of days for the window that never ends; no other window has it. */
  private static final int SINCE_FIRST_DAY = 0;

  private final ReportContext session;

  ActiveUsersReport(ReportContext session) {
    this.session = session;
  }

  ActiveUsersResult run(ActiveUsersRequest request) throws SQLException {
    DateRange range = request.range();
    int longest = request.days().stream().mapToInt(n -> n).max().orElse(1);
    DateRange read = new DateRange(range.from().minusDays(longest - 1L), range.to());
    session.coverage().require(read, request.events());
    Map<Integer, Map<LocalDate, Long>> changes = changes(request, read);
    Map<String, Map<String, Number>> series = new LinkedHashMap<>();
    for (int days : windows(request)) {
      series.put(
          days == SINCE_FIRST_DAY ? ActiveUsersResult.CUMULATIVE : Integer.toString(days),
          added(changes.getOrDefault(days, Map.of()), read, range));
    }
    return ActiveUsersResult.of(request, series);
  }

  private static List<Integer> windows(ActiveUsersRequest request) {
    List<Integer> windows = new ArrayList<>(request.days());
    if (request.cumulative()) {
      windows.add(SINCE_FIRST_DAY);
    }
    return windows;
  }

  /** Returns, by window and day, how many users more or fewer are active than on the day before. */
  private Map<Integer, Map<LocalDate, Long>> changes(ActiveUsersRequest request, DateRange read)
      throws SQLException {
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    Select base = session.passing(rows, session.events(request.events(), read), where);
    Select days =
        Select.from(ReportContext.ROWS)
            .column("DISTINCT distinct_id", "distinct_id")
            .column(session.clock().bucket("event_time", read, BucketUnit.DAY), "active_day")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER);
    String windows =
        windows(request).stream().map(n -> "(" + n + ")").collect(Collectors.joining(", "));
    String next = "lead(active_day) OVER (PARTITION BY n, distinct_id ORDER BY active_day)";
    Select spans =
        Select.from("days, (VALUES " + windows + ") AS windows(n)")
            .column("n", "n")
            .column("active_day", "active_day")
            .column(
                "CASE WHEN n = "
                    + SINCE_FIRST_DAY
                    + " THEN "
                    + next
                    + " ELSE least(active_day + n, coalesce("
                    + next
                    + ", active_day + n)) END",
                "until_day")
            .where(
                "n <> "
                    + SINCE_FIRST_DAY
                    + " OR active_day >= "
                    + SqlValues.date(request.range().from()));
    Map<Integer, Map<LocalDate, Long>> changes = new HashMap<>();
    List<String> span = List.of("n", "active_day", "until_day");
    Select counted =
        Select.from("spans")
            .with(ReportContext.ROWS, base)
            .with("days", days)
            .with("spans", spans)
            .columns(span)
            .column("count(*)", "users")
            .groupBy(span);
    session.run(
        Sharded.added(counted, true, span, List.of("users")),
        row -> {
          Map<LocalDate, Long> own = changes.computeIfAbsent(row.getInt("n"), n -> new TreeMap<>());
          long users = row.getLong("users");
          own.merge(row.getObject("active_day", LocalDate.class), users, Long::sum);
          Optional.ofNullable(row.getObject("until_day", LocalDate.class))
              .ifPresent(day -> own.merge(day, -users, Long::sum));
        });
    return changes;
  }

  private static Map<String, Number> added(
      Map<LocalDate, Long> changes, DateRange read, DateRange range) {
    Map<String, Number> users = new TreeMap<>();
    long active = 0;
    for (DateRange day : read.split(1)) {
      active += changes.getOrDefault(day.from(), 0L);
      if (!day.from().isBefore(range.from())) {
        users.put(day.from().toString(), active);
      }
    }
    return users;
  }
}
