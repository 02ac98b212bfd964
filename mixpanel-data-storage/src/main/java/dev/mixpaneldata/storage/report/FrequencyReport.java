package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.value.BucketUnit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts users by the hours or days of a day, week or month in which they were active. */
final class FrequencyReport {
  /** The number of parts for which a number has bits. */
  private static final int BITS = 63;

  private final ReportContext session;

  FrequencyReport(ReportContext session) {
    this.session = session;
  }

  FrequencyResult run(FrequencyRequest request) throws SQLException {
    List<String> events = request.event().map(List::of).orElse(List.of());
    session.coverage().require(request.range(), events);
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    Optional<SegmentKey> key =
        request.on().map(on -> session.compiler(rows).key(Expression.on(on)));
    Select base = session.passing(rows, session.events(events, request.range()), where);
    Map<String, List<Long>> all =
        count(request, base, where, new SegmentKey("''", false), Optional.empty())
            .getOrDefault("", emptyRows(request));
    Map<String, Map<String, List<Long>>> segments =
        key.isEmpty()
            ? Map.of()
            : count(
                request,
                base,
                where,
                key.get(),
                Optional.of(request.limit().orElse(SegmentationRequest.DEFAULT_LIMIT)));
    return FrequencyResult.of(request, all, segments, Optional.empty());
  }

  private Map<String, Map<String, List<Long>>> count(
      FrequencyRequest request,
      Select base,
      Condition where,
      SegmentKey key,
      Optional<Integer> limit)
      throws SQLException {
    LocalClock clock = session.clock();
    BucketUnit part = request.addictionUnit().unit();
    Select active =
        Select.from(ReportContext.ROWS)
            .column(key.isList() ? "unnest(" + key.sql() + ")" : key.sql(), "segment")
            .column(clock.bucket("event_time", request.range(), request.unit().unit()), "bucket")
            .column(clock.bucket("event_time", request.range(), part), "part")
            .column("distinct_id", "distinct_id")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER);
    Select users =
        Select.from("active")
            .column("segment", "segment")
            .column("bucket", "bucket")
            .column("distinct_id", "distinct_id")
            .column(parts(request), "parts")
            .groupBy("segment", "bucket", "distinct_id");
    Select query =
        Select.from("users")
            .with(ReportContext.ROWS, base)
            .with("active", active)
            .with("users", users);
    limit.ifPresent(
        most ->
            query
                .with(
                    "largest",
                    Select.from("users")
                        .column("segment", "segment")
                        .groupBy("segment")
                        .orderBy("count(DISTINCT distinct_id) DESC", "segment")
                        .limit(most))
                .join("SEMI JOIN largest USING (segment)"));
    Select ofShard =
        numbers(query.reading("users"))
            .unionAll(
                Select.from("users")
                    .column("segment", "segment")
                    .column("NULL", "bucket")
                    .column("0", "parts")
                    .column("count(DISTINCT distinct_id)", "users")
                    .groupBy("segment"));
    Map<String, Map<String, long[]>> exactly = new LinkedHashMap<>();
    session.run(
        Sharded.byUser(numbers(query).orderBy("segment"), ofShard, merged(limit)),
        row ->
            exactly.computeIfAbsent(row.getString("segment"), s -> new TreeMap<>())
                    .computeIfAbsent(
                        BucketKeys.read(row, "bucket", request.unit().unit()),
                        b -> new long[length(request)])[row.getInt("parts") - 1] =
                row.getLong("users"));
    Map<String, Map<String, List<Long>>> atLeast = new LinkedHashMap<>();
    exactly.forEach(
        (segment, buckets) -> {
          Map<String, List<Long>> filled = emptyRows(request);
          buckets.forEach((bucket, users1) -> filled.put(bucket, accumulated(users1)));
          atLeast.put(segment, filled);
        });
    return atLeast;
  }

  /** Returns the number of different parts; a bit for each is counted in half the time. */
  private static String parts(FrequencyRequest request) {
    return length(request) > BITS
        ? "count(DISTINCT part)"
        : "bit_count(bit_or(1::BIGINT << date_diff('"
            + request.addictionUnit().name().toLowerCase(Locale.ROOT)
            + "', bucket, part)::INTEGER))";
  }

  private static Select numbers(Select users) {
    return users
        .column("segment", "segment")
        .column("bucket", "bucket")
        .column("parts", "parts")
        .column("count(*)", "users")
        .groupBy("segment", "bucket", "parts");
  }

  /** Adds up the users of shards; rows of no part have those of a whole segment. */
  private static Select merged(Optional<Integer> limit) {
    List<String> keys = List.of("segment", "bucket", "parts");
    Select merged = Select.from(Sharded.ROWS).columns(keys).column("sum(users)", "users");
    limit.ifPresent(
        most ->
            merged
                .with(
                    "largest",
                    Select.from(Sharded.ROWS)
                        .column("segment", "segment")
                        .where("parts = 0")
                        .groupBy("segment")
                        .orderBy("sum(users) DESC", "segment")
                        .limit(most))
                .join("SEMI JOIN largest USING (segment)"));
    return merged.where("parts > 0").groupBy(keys).orderBy("segment");
  }

  private static int length(FrequencyRequest request) {
    return FrequencyResult.length(request.unit(), request.addictionUnit());
  }

  private static Map<String, List<Long>> emptyRows(FrequencyRequest request) {
    Map<String, List<Long>> empty = new TreeMap<>();
    Buckets.of(request.range(), request.unit().unit())
        .forEach(bucket -> empty.put(bucket, List.of()));
    return empty;
  }

  /** Converts users active in exactly n parts to users active in at least n parts. */
  private static List<Long> accumulated(long[] exactly) {
    long[] atLeast = exactly.clone();
    for (int i = atLeast.length - 2; i >= 0; i--) {
      atLeast[i] += atLeast[i + 1];
    }
    List<Long> list = new ArrayList<>();
    Arrays.stream(atLeast).forEach(list::add);
    return list;
  }
}
