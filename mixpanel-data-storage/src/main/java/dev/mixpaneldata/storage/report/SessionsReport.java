package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.SessionFigures;
import dev.mixpaneldata.report.SessionsRequest;
import dev.mixpaneldata.report.SessionsResult;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.value.BucketUnit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts sessions and measures their length. A session begins with a user's first event of a day
 * and with each one after a pause; since midnight ends it, the days of the range have all of its
 * events.
 */
final class SessionsReport {
  /** Marks the rows of shards that have the number of sessions of one length. */
  private static final int LENGTH = -1;

  private final ReportContext session;

  SessionsReport(ReportContext session) {
    this.session = session;
  }

  SessionsResult run(SessionsRequest request) throws SQLException {
    session.coverage().require(request.range(), request.events());
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    Select base = session.passing(rows, session.events(request.events(), request.range()), where);
    LocalClock clock = session.clock();
    Select visits =
        Select.from(ReportContext.ROWS)
            .column("distinct_id", "distinct_id")
            .column("event_time", "event_time")
            .column(clock.bucket("event_time", request.range(), BucketUnit.DAY), "local_day")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER);
    String day = " OVER (PARTITION BY distinct_id, local_day ORDER BY event_time";
    Select pauses =
        Select.from("visits")
            .column("*", "*")
            .column(
                "coalesce(epoch_ms(event_time) - lag(epoch_ms(event_time))"
                    + day
                    + ") > "
                    + request.timeout().toMillis()
                    + ", FALSE)",
                "begins");
    Select numbered =
        Select.from("pauses")
            .column("*", "*")
            .column(
                "count(*) FILTER (WHERE begins)" + day + " ROWS UNBOUNDED PRECEDING)", "number");
    Select sessions =
        Select.from("numbered")
            .column("distinct_id", "distinct_id")
            .column("min(event_time)", "event_time")
            .column("count(*)", "n")
            .column("epoch_ms(max(event_time)) - epoch_ms(min(event_time))", "millis")
            .groupBy("distinct_id", "local_day", "number");
    Select bucketed =
        Select.from("sessions")
            .column("*", "*")
            .column(clock.bucket("event_time", request.range(), request.unit()), "bucket");
    Map<String, SessionFigures> series = new TreeMap<>();
    SessionFigures[] total = {SessionFigures.NONE};
    Select whole =
        Select.from("bucketed")
            .with(ReportContext.ROWS, base)
            .with("visits", visits)
            .with("pauses", pauses)
            .with("numbered", numbered)
            .with("sessions", sessions)
            .with("bucketed", bucketed);
    Select part = counts(whole.reading("bucketed")).column("NULL", "millis").unionAll(lengths());
    counts(whole)
        .column("avg(millis) / 1000.0", "mean")
        .column("quantile_cont(millis, 0.5) / 1000.0", "median");
    session.run(
        Sharded.byUser(whole, part, merged()),
        row -> {
          SessionFigures figures = figures(row);
          if (row.getInt("is_total") == 1) {
            total[0] = figures;
          } else {
            series.put(BucketKeys.read(row, "bucket", request.unit()), figures);
          }
        });
    return SessionsResult.of(request, total[0], series);
  }

  private static Select counts(Select bucketed) {
    return bucketed
        .column("bucket", "bucket")
        .column("grouping(bucket)", "is_total")
        .column("count(*)", "sessions")
        .column("count(DISTINCT distinct_id)", "users")
        .column("sum(n)", "events")
        .groupBy("GROUPING SETS ((bucket), ())");
  }

  /** Returns how many sessions of a shard have each length. */
  private static Select lengths() {
    return Select.from("bucketed")
        .column("bucket", "bucket")
        .column(Integer.toString(LENGTH), "is_total")
        .column("count(*)", "sessions")
        .column("0", "users")
        .column("0", "events")
        .column("millis", "millis")
        .groupBy("bucket", "millis");
  }

  private static Select merged() {
    List<String> group = List.of("bucket", "is_total");
    Select lengths =
        Select.from(Sharded.ROWS)
            .column("bucket", "bucket")
            .column("0", "is_total")
            .column("millis::DOUBLE", "millis")
            .column("sessions", "times")
            .where("is_total = " + LENGTH)
            .unionAll(
                Select.from(Sharded.ROWS)
                    .column("NULL", "bucket")
                    .column("1", "is_total")
                    .column("millis::DOUBLE", "millis")
                    .column("sessions", "times")
                    .where("is_total = " + LENGTH));
    Quantiles quantiles = new Quantiles(group, "millis", "times");
    Select measured =
        Select.from("placed")
            .columns(group)
            .column("sum(millis * value_times) / sum(value_times) / 1000.0", "mean")
            .column(quantiles.at(0.5) + " / 1000.0", "median")
            .groupBy(group);
    Select counted =
        Select.from(Sharded.ROWS)
            .columns(group)
            .column("sum(sessions)", "sessions")
            .column("sum(users)", "users")
            .column("sum(events)", "events")
            .where("is_total <> " + LENGTH)
            .groupBy(group);
    return Select.from("counted c LEFT JOIN measured m ON c.is_total = m.is_total")
        .join("AND c.bucket IS NOT DISTINCT FROM m.bucket")
        .with("counted", counted)
        .with("lengths", lengths)
        .with("placed", quantiles.placed("lengths"))
        .with("measured", measured)
        .column("c.bucket", "bucket")
        .column("c.is_total", "is_total")
        .columns(List.of("sessions", "users", "events", "mean", "median"));
  }

  private static SessionFigures figures(ResultSet row) throws SQLException {
    long sessions = row.getLong("sessions");
    if (sessions == 0) {
      return SessionFigures.NONE;
    }
    long events = row.getLong("events");
    return new SessionFigures(
        sessions,
        row.getLong("users"),
        events,
        Optional.of((double) events / sessions),
        Optional.ofNullable(number(row, "mean")),
        Optional.ofNullable(number(row, "median")));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
