package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.Series;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import dev.mixpaneldata.value.TimeUnit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts events or users by bucket, and by segment if there is a key. The rows come from a query
 * with {@code event_time, distinct_id} and what the key reads.
 *
 * @param bucket SQL of the bucket
 * @param unit names the buckets
 */
record CountedSeries(CountType type, String bucket, TimeUnit unit) {
  /**
   * Users that count as such: those with an id (import reference: events without one are left out
   * of what is counted by user).
   */
  static final String IS_USER = "distinct_id <> ''";

  /** The one series of all rows, sparse. */
  Map<String, Number> count(Session session, Select rows, String passes) throws SQLException {
    Map<String, Number> counts = new TreeMap<>();
    Select query =
        Select.from(Session.ROWS)
            .with(Session.ROWS, rows)
            .column(bucket, "bucket")
            .column(type == CountType.UNIQUE ? "0" : "count(*)" + filter(), "events")
            .column(
                type == CountType.GENERAL ? "0" : "count(DISTINCT distinct_id)" + filter(), "users")
            .where(passes)
            .groupBy("1");
    session.run(
        query,
        row ->
            counts.put(
                BucketKeys.read(row, "bucket", unit), number(row.getLong(2), row.getLong(3))));
    return counts;
  }

  private String filter() {
    return type == CountType.GENERAL ? "" : " FILTER (WHERE " + IS_USER + ")";
  }

  /**
   * A series for each segment that is wanted, the largest over the whole range: by events, or by
   * users where these are counted. Segments of one size are taken by name.
   */
  Map<String, Map<String, Number>> count(
      Session session, Select rows, String passes, SegmentKey key, Segments wanted)
      throws SQLException {
    Map<String, Map<String, Number>> counts = new LinkedHashMap<>();
    session.run(
        query(rows, passes, key, wanted),
        row ->
            counts
                .computeIfAbsent(row.getString("segment"), s -> new TreeMap<>())
                .put(
                    BucketKeys.read(row, "bucket", unit),
                    number(row.getLong("events"), row.getLong("users"))));
    return counts;
  }

  private Select query(Select rows, String passes, SegmentKey key, Segments wanted) {
    boolean byUser = type != CountType.GENERAL;
    Select hits =
        Select.from(Session.ROWS)
            .column(bucket, "bucket")
            .column(key.isList() ? "unnest(" + key.sql() + ")" : key.sql(), "segment")
            .column("distinct_id", "distinct_id")
            .where(passes);
    List<String> group = new ArrayList<>(List.of("segment", "bucket"));
    if (byUser) {
      hits.where(IS_USER);
      group.add("distinct_id");
    }
    Select counted = Select.from("hits").columns(group).column("count(*)", "n").groupBy(group);
    Select result = Select.from("counted").with(Session.ROWS, rows).with("hits", hits);
    result.with("counted", counted);
    if (!wanted.names().isEmpty()) {
      counted.where("segment IN " + SqlValues.texts(wanted.names()));
    }
    wanted
        .limit()
        .ifPresent(
            most ->
                result
                    .with(
                        "largest",
                        Select.from("counted")
                            .column("segment", "segment")
                            .groupBy("segment")
                            .orderBy(
                                type == CountType.UNIQUE
                                    ? "count(DISTINCT distinct_id) DESC"
                                    : "sum(n) DESC",
                                "segment")
                            .limit(most))
                    .join("SEMI JOIN largest USING (segment)"));
    return result
        .column("segment", "segment")
        .column("bucket", "bucket")
        .column("sum(n)", "events")
        .column(byUser ? "count(*)" : "0", "users")
        .groupBy("segment", "bucket");
  }

  /** Mixpanel gives no formula of the average; here events of users, divided by users. */
  private Number number(long events, long users) {
    return switch (type) {
      case GENERAL -> events;
      case UNIQUE -> users;
      case AVERAGE -> users == 0 ? 0.0 : (double) events / users;
    };
  }

  /** What a bucket without events has. */
  Number zero() {
    return type == CountType.AVERAGE ? (Number) 0.0 : (Number) 0L;
  }

  Map<String, Map<String, Number>> dense(
      Map<String, Map<String, Number>> sparse, List<String> buckets) {
    return Series.dense(sparse, buckets, zero());
  }
}
