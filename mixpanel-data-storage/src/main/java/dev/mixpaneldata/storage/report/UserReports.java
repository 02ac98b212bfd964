package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EngagementResult;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.storage.expression.SqlValues;
import dev.mixpaneldata.value.Json;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports on the events of users: who did what, and how much. */
final class UserReports {
  private final ReportContext session;

  UserReports(ReportContext session) {
    this.session = session;
  }

  ActivityFeedResult run(ActivityFeedRequest request) throws SQLException {
    if (request.range().isPresent()) {
      session.coverage().require(request.range().get(), List.of());
    }
    String condition =
        "distinct_id IN "
            + SqlValues.texts(request.distinctIds())
            + request.range().map(range -> " AND " + session.within(range)).orElse("");
    Select rows = session.rows().stored(condition).column("properties::VARCHAR", "properties");
    long[] total = new long[1];
    List<UserEvent> events = new ArrayList<>();
    session.run(
        newest(rows, request.limit()),
        row -> {
          total[0] = row.getLong("total");
          events.add(
              new UserEvent(
                  row.getString("event_name"),
                  Optional.ofNullable(row.getObject("event_time", LocalDateTime.class))
                      .map(time -> time.toInstant(ZoneOffset.UTC)),
                  Optional.ofNullable(row.getString("distinct_id")),
                  new Json(row.getString("properties"))));
        });
    Collections.reverse(events);
    return new ActivityFeedResult(
        request.distinctIds(),
        request.range().map(range -> range.from()),
        request.range().map(range -> range.to()),
        events,
        events.size() < total[0],
        total[0],
        Optional.empty());
  }

  private static Sharded newest(Select rows, int limit) {
    List<String> columns = List.of("event_name", "event_time", "distinct_id", "properties");
    String[] order = {"event_time DESC NULLS LAST", "event_name DESC", "properties DESC"};
    Select whole =
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, rows)
            .columns(columns)
            .column("count(*) OVER ()", "total")
            .orderBy(order);
    Select placed =
        Select.from(ReportContext.ROWS)
            .columns(columns)
            .column("row_number() OVER (ORDER BY " + String.join(", ", order) + ")", "place")
            .column("count(*) OVER ()", "of_shard");
    // Only the first row of a shard has its total, so that these can be added.
    Select part =
        Select.from("placed")
            .with(ReportContext.ROWS, rows)
            .with("placed", placed)
            .columns(columns)
            .column("CASE WHEN place = 1 THEN of_shard ELSE 0 END", "total");
    Select merged =
        Select.from(Sharded.ROWS)
            .columns(columns)
            .column("sum(total) OVER ()", "total")
            .orderBy(order);
    if (limit > 0) {
      whole.limit(limit);
      part.where("place <= " + limit);
      merged.limit(limit);
    }
    return Sharded.of(whole, part, merged);
  }

  EngagementResult run(EngagementRequest request) throws SQLException {
    session.coverage().require(request.range(), request.events());
    Select users =
        Select.from(ReportContext.ROWS)
            .column("distinct_id", "distinct_id")
            .column("count(*)", "n")
            .where(CountedSeries.IS_USER)
            .groupBy("distinct_id");
    long[] total = new long[1];
    Map<Integer, Long> byMinimum = new HashMap<>();
    Select byNumber =
        Select.from("users")
            .with(
                ReportContext.ROWS,
                session.rows().select(session.events(request.events(), request.range())))
            .with("users", users)
            .column("n", "n")
            .column("count(*)", "users")
            .groupBy("n");
    session.run(
        Sharded.added(byNumber, true, List.of("n"), List.of("users")),
        row -> {
          long count = row.getLong("users");
          total[0] += count;
          minimum(request.buckets(), row.getLong("n"))
              .ifPresent(minimum -> byMinimum.merge(minimum, count, Long::sum));
        });
    return EngagementResult.of(request, total[0], byMinimum, Optional.empty());
  }

  /** Returns the last group that begins at this number of events or fewer; groups ascend. */
  private static Optional<Integer> minimum(List<Integer> groups, long events) {
    return groups.stream().filter(group -> group <= events).reduce((a, b) -> b);
  }
}
