package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import dev.mixpaneldata.value.BucketUnit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts events or users by bucket, and by segment if there is a key. The rows come from a query
 * with {@code event_time, distinct_id} and what the key reads.
 *
 * @param bucket SQL of the bucket
 * @param unit names the buckets
 */
record CountedSeries(CountType type, String bucket, BucketUnit unit) {
  /**
   * The condition for users that count as such: those with an id (import reference: events without
   * one are left out of counts by user).
   */
  static final String IS_USER = "distinct_id IS NOT NULL";

  /** Returns the one series of all rows, sparse. */
  Map<String, Number> count(ReportContext session, Select rows, String passes) throws SQLException {
    Map<String, Number> counts = new TreeMap<>();
    Select query =
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, rows)
            .column(bucket, "bucket")
            .column(type == CountType.UNIQUE ? "0" : "count(*)" + filter(), "events")
            .column(
                type == CountType.GENERAL ? "0" : "count(DISTINCT distinct_id)" + filter(), "users")
            .where(passes)
            .groupBy("1");
    session.run(
        Sharded.added(
            query, type != CountType.GENERAL, List.of("bucket"), List.of("events", "users")),
        row ->
            counts.put(
                BucketKeys.read(row, "bucket", unit), number(row.getLong(2), row.getLong(3))));
    return counts;
  }

  private String filter() {
    return type == CountType.GENERAL ? "" : " FILTER (WHERE " + IS_USER + ")";
  }

  /**
   * The segments of a split, and what they are a part of.
   *
   * @param counts the wanted segments' sparse series
   * @param events all events that pass
   * @param segments the number of all segments
   * @param others the events of segments that are not wanted; one with a list counts for each
   *     element
   */
  record Split(Map<String, Map<String, Number>> counts, long events, long segments, long others) {}

  /**
   * Returns a series for each wanted segment, the largest over the whole range: by events, or by
   * users if these are counted. Segments of one size are ordered by name.
   */
  Split split(ReportContext session, Select rows, String passes, SegmentKey key, Segments wanted)
      throws SQLException {
    Map<String, Map<String, Number>> counts = new LinkedHashMap<>();
    long[] events = new long[1];
    long[] segments = new long[1];
    long[] others = new long[1];
    session.run(
        query(rows, passes, key, wanted),
        row -> {
          String segment = row.getString("segment");
          if (segment == null) {
            events[0] = row.getLong("users");
            segments[0] = row.getLong("segments");
            others[0] += row.getLong("events");
          } else {
            others[0] -= row.getLong("events");
            counts
                .computeIfAbsent(segment, s -> new TreeMap<>())
                .put(
                    BucketKeys.read(row, "bucket", unit),
                    number(row.getLong("events"), row.getLong("users")));
          }
        });
    return new Split(counts, events[0], segments[0], others[0]);
  }

  private Sharded query(Select rows, String passes, SegmentKey key, Segments wanted) {
    boolean byUser = type != CountType.GENERAL;
    // Of nearly as many segments as events, no two rows are alike: each is one.
    boolean single = wanted.amongMany() && !byUser;
    String number = single ? "count(*)" : "sum(n)";
    List<String> who = byUser ? List.of("distinct_id") : List.of();
    Select hits =
        Select.from("alike")
            .column("bucket", "bucket")
            .column(key.isList() ? "unnest(" + key.sql() + ")" : key.sql(), "segment")
            .columns(who);
    List<String> group = new ArrayList<>(List.of("segment", "bucket"));
    group.addAll(who);
    Select counted = Select.from("hits").columns(group);
    if (!single) {
      hits.column("n", "n");
      counted.column(byUser ? "sum(n)" : "n", "n");
    }
    if (byUser) {
      counted.groupBy(group);
    }
    Select sizes =
        Select.from("counted")
            .column("segment", "segment")
            .column(number, "n")
            .column(type == CountType.UNIQUE ? "count(DISTINCT distinct_id)" : "0", "users")
            .groupBy("segment");
    Select result = Select.from("counted").with(ReportContext.ROWS, rows);
    result.with("alike", alike(rows, passes, key, who, single)).with("hits", hits);
    result.with("counted", counted).with("sizes", sizes);
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
                        Select.from("sizes")
                            .column("segment", "segment")
                            .orderBy(type == CountType.UNIQUE ? "users DESC" : "n DESC", "segment")
                            .limit(most))
                    .join("SEMI JOIN largest USING (segment)"));
    Select part = part(result.reading("counted"), byUser, number);
    boolean isWhole = !key.isList() && wanted.names().isEmpty();
    result
        .column("segment", "segment")
        .column("bucket", "bucket")
        .column(number, "events")
        .column(byUser ? "count(*)" : "0", "users")
        .column("0", "segments")
        .groupBy("segment", "bucket")
        .unionAll(totals(isWhole ? "sum(n)" : "(SELECT " + number + " FROM alike)"));
    return new Sharded(result, part, merged(wanted), byUser, false);
  }

  /** Returns the numbers of a shard: of segments by bucket, of whole segments, and of all rows. */
  private Select part(Select counted, boolean byUser, String number) {
    return counted
        .column("segment", "segment")
        .column("bucket", "bucket")
        .column(number, "events")
        .column(byUser ? "count(*)" : "0", "users")
        .column("0", "kind")
        .groupBy("segment", "bucket")
        .unionAll(
            Select.from("sizes")
                .column("segment", "segment")
                .column("NULL", "bucket")
                .column("n", "events")
                .column("users", "users")
                .column("1", "kind"))
        .unionAll(
            Select.from("alike")
                .column("NULL", "segment")
                .column("NULL", "bucket")
                .column("coalesce(" + number + ", 0)", "events")
                .column("0", "users")
                .column("2", "kind"));
  }

  private Select merged(Segments wanted) {
    Select merged =
        Select.from("in_buckets")
            .with(
                "in_buckets",
                Select.from(Sharded.ROWS)
                    .columns(List.of("segment", "bucket"))
                    .column("sum(events)", "events")
                    .column("sum(users)", "users")
                    .where("kind = 0")
                    .groupBy("segment", "bucket"));
    wanted
        .limit()
        .ifPresent(
            most ->
                merged
                    .with(
                        "largest",
                        Select.from(Sharded.ROWS)
                            .column("segment", "segment")
                            .where("kind = 1")
                            .groupBy("segment")
                            .orderBy(
                                type == CountType.UNIQUE ? "sum(users) DESC" : "sum(events) DESC",
                                "segment")
                            .limit(most))
                    .join("SEMI JOIN largest USING (segment)"));
    return merged
        .columns(List.of("segment", "bucket", "events", "users"))
        .column("0", "segments")
        .unionAll(
            Select.from("in_buckets")
                .column("NULL", "segment")
                .column("NULL", "bucket")
                .column("coalesce(sum(events), 0)", "events")
                .column(
                    "(SELECT coalesce(sum(events), 0) FROM " + Sharded.ROWS + " WHERE kind = 2)",
                    "users")
                .column("count(DISTINCT segment)", "segments"));
  }

  /**
   * Returns one row without a segment, of all of them.
   *
   * @param events all events that pass
   */
  private static Select totals(String events) {
    return Select.from("sizes")
        .column("NULL", "segment")
        .column("NULL", "bucket")
        .column("coalesce(sum(n), 0)", "events")
        .column("coalesce(" + events + ", 0)", "users")
        .column("count(*)", "segments");
  }

  /**
   * Returns rows of one bucket, user and value as one, with their number; or each row. Names of
   * segments are made from values in JSON, which costs far more than comparing values.
   */
  private Select alike(
      Select rows, String passes, SegmentKey key, List<String> who, boolean single) {
    Set<String> words = new HashSet<>(List.of(key.sql().split("[^A-Za-z0-9_]+")));
    Select alike = Select.from(ReportContext.ROWS).column(bucket, "bucket").columns(who);
    // If a text of the key contains a column's name, that column only separates more rows.
    rows.names().stream()
        .filter(name -> words.contains(name) && !who.contains(name))
        .forEach(name -> alike.column(name, name));
    alike.where(passes);
    if (single) {
      return alike;
    }
    alike.groupBy(alike.names()).column("count(*)", "n");
    return who.isEmpty() ? alike : alike.where(IS_USER);
  }

  /**
   * Returns the number of a bucket. Mixpanel gives no formula of the average; here it is events of
   * users, divided by users.
   */
  private Number number(long events, long users) {
    return switch (type) {
      case GENERAL -> events;
      case UNIQUE -> users;
      case AVERAGE -> users == 0 ? 0.0 : (double) events / users;
    };
  }

  /** Returns the number of a bucket without events. */
  Number zero() {
    return type == CountType.AVERAGE ? (Number) 0.0 : (Number) 0L;
  }

  Map<String, Map<String, Number>> dense(
      Map<String, Map<String, Number>> sparse, List<String> buckets) {
    return Series.dense(sparse, buckets, zero());
  }
}
