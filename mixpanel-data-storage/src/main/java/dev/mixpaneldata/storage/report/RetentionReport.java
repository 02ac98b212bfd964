package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.report.spi.RetentionProgress;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the users who come back. The first event itself is not a return; only later ones are. */
final class RetentionReport {
  /** The interval number of rows that hold the number of users who began. */
  private static final int SIZE = -1;

  /** The interval number of rows that hold the number of users of a segment in one shard. */
  private static final int SEGMENT_SIZE = -2;

  private final ReportContext session;
  private final RetentionRequest request;
  private final RetentionIntervals intervals;

  /** Empty if the days of the table are unknown. */
  private final Optional<RetentionProgress> progress;

  RetentionReport(ReportContext session, RetentionRequest request) {
    this.session = session;
    this.request = request;
    this.intervals = new RetentionIntervals(request, session.clock());
    this.progress =
        session
            .coverage()
            .end()
            .map(end -> RetentionProgress.in(session.clock().zone(), request, end));
  }

  RetentionResult run() throws SQLException {
    if (request.groupings().stream().anyMatch(by -> by.users().isPresent())) {
      throw MixpanelDataException.cannotAnswer(
          "A local table splits retention by properties, not by cohorts.",
          Hint.anyOf(
              Hint.way("ask for the users of each cohort on their own"),
              Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
    }
    boolean compounded = request.retentionType() == RetentionType.COMPOUNDED;
    List<String> returning = List.of(request.returnEventOrBorn());
    session.coverage().require(request.range(), List.of(request.bornEvent()));
    session.coverage().requireEvents(returning);
    Side born =
        side(
            List.of(request.bornEvent()),
            session.within(request.range()),
            compounded ? request.returnCondition() : request.bornCondition(),
            List.of());
    String times =
        "event_time >= "
            + SqlValues.timestamp(session.clock().start(request.range().from()))
            + " AND event_time < "
            + SqlValues.timestamp(intervals.end());
    Side back = side(returning, times, request.returnCondition(), List.of());
    Map<String, long[]> counts = new LinkedHashMap<>();
    Map<String, Long> sizes = new LinkedHashMap<>();
    count(born, back, Optional.empty(), sizes).forEach((segment, rows) -> counts.putAll(rows));
    Map<String, List<RetentionCohort>> segments = new LinkedHashMap<>();
    if (request.on().isPresent()) {
      Side split = side(returning, times, request.returnCondition(), request.groupings());
      count(
              born,
              split,
              Optional.of(request.limit().orElse(SegmentationRequest.DEFAULT_LIMIT)),
              new LinkedHashMap<>())
          .forEach((segment, rows) -> segments.put(segment, cohorts(sizes, rows)));
    }
    return RetentionResult.of(request, cohorts(sizes, counts), segments, Optional.empty());
  }

  /** The events of one side of the report. */
  private record Side(Select rows, String passes, SegmentKey key) {}

  private Side side(List<String> events, String times, Optional<String> where, List<Grouping> by)
      throws SQLException {
    EventRows rows = session.rows();
    Condition condition = session.condition(rows, where);
    SegmentKey key = GroupKeys.joined(session, rows, by).orElse(new SegmentKey("''", false));
    Select base = session.passing(rows, ReportContext.named(events) + " AND " + times, condition);
    return new Side(base, condition.passes(), key);
  }

  private Select births(Side born) {
    String bucket = session.clock().bucket("event_time", request.range(), request.unit().unit());
    boolean compounded = request.retentionType() == RetentionType.COMPOUNDED;
    Select births =
        Select.from("born_rows")
            .column("distinct_id", "distinct_id")
            .column("min(event_time)", "born")
            .column(compounded ? bucket : "min(" + bucket + ")", "unit")
            .where("(" + born.passes() + ") AND " + CountedSeries.IS_USER)
            .groupBy("distinct_id");
    return compounded ? births.groupBy(bucket) : births;
  }

  private static Select rowSizes() {
    return Select.from("births")
        .column("NULL", "segment")
        .column("unit", "bucket")
        .column(Integer.toString(SIZE), "number")
        .column("count(*)", "users")
        .groupBy("unit");
  }

  /** Counts users by segment, row and interval. */
  private Map<String, Map<String, long[]>> count(
      Side born, Side returning, Optional<Integer> limit, Map<String, Long> sizes)
      throws SQLException {
    String number = intervals.number();
    Select returns =
        Select.from("return_rows")
            .column(
                returning.key().isList()
                    ? "unnest(" + returning.key().sql() + ")"
                    : returning.key().sql(),
                "segment")
            .column("distinct_id", "distinct_id")
            .column("event_time", "event_time")
            .column(intervals.unitOfReturn(), "unit")
            .where("(" + returning.passes() + ") AND " + CountedSeries.IS_USER);
    Select back =
        Select.from(
                "births b JOIN returns r ON r.distinct_id = b.distinct_id"
                    + " AND r.event_time > b.born AND "
                    + intervals.within())
            .column("segment", "segment")
            .column("b.unit", "bucket")
            .column("b.distinct_id", "distinct_id")
            .column(number, "number")
            .groupBy("segment", "bucket", "b.distinct_id", number);
    Select query =
        Select.from("users")
            .with("born_rows", born.rows())
            .with("births", births(born))
            .with("return_rows", returning.rows())
            .with("returns", returns)
            .with("back", back)
            .with("placed", placed())
            .with("users", counted());
    limit.ifPresent(
        most ->
            query
                .with(
                    "largest",
                    Select.from("back")
                        .column("segment", "segment")
                        .groupBy("segment")
                        .orderBy("count(DISTINCT distinct_id) DESC", "segment")
                        .limit(most))
                .join("SEMI JOIN largest USING (segment)"));
    Select part =
        numbers(query.reading("users"))
            .unionAll(rowSizes())
            .unionAll(
                Select.from("back")
                    .column("segment", "segment")
                    .column("NULL", "bucket")
                    .column(Integer.toString(SEGMENT_SIZE), "number")
                    .column("count(DISTINCT distinct_id)", "users")
                    .groupBy("segment"));
    Map<String, Map<String, long[]>> counts = new TreeMap<>();
    session.run(
        Sharded.byUser(numbers(query).unionAll(rowSizes()), part, merged(limit)),
        row -> {
          String bucket = BucketKeys.read(row, "bucket", request.unit().unit());
          long count = row.getLong("users");
          int interval = row.getInt("number");
          if (interval == SIZE) {
            sizes.put(bucket, count);
          } else {
            counts.computeIfAbsent(row.getString("segment"), s -> new TreeMap<>())
                    .computeIfAbsent(bucket, b -> new long[request.intervals()])[interval] =
                count;
          }
        });
    return counts;
  }

  private static Select numbers(Select users) {
    return users
        .column("segment", "segment")
        .column("bucket", "bucket")
        .column("number", "number")
        .column("count(*)", "users")
        .groupBy("segment", "bucket", "number");
  }

  private static Select merged(Optional<Integer> limit) {
    List<String> keys = List.of("segment", "bucket", "number");
    Select merged = Select.from("added").with("added", added(keys));
    limit.ifPresent(
        most ->
            merged
                .with(
                    "largest",
                    Select.from("added")
                        .column("segment", "segment")
                        .where("number = " + SEGMENT_SIZE)
                        .orderBy("users DESC", "segment")
                        .limit(most))
                .where("(number = " + SIZE + " OR segment IN (FROM largest))"));
    return merged.columns(keys).column("users", "users").where("number <> " + SEGMENT_SIZE);
  }

  private static Select added(List<String> keys) {
    return Select.from(Sharded.ROWS).columns(keys).column("sum(users)", "users").groupBy(keys);
  }

  /** Numbers the intervals of each user in which they came back, those after number 0 from 1 on. */
  private static Select placed() {
    return Select.from("back")
        .column("segment", "segment")
        .column("bucket", "bucket")
        .column("distinct_id", "distinct_id")
        .column("number", "number")
        .column(
            "row_number() OVER (PARTITION BY segment, bucket, distinct_id, number = 0"
                + " ORDER BY number)",
            "place");
  }

  /**
   * Returns the intervals that users count in, or those from which the others follow by addition.
   */
  private Select counted() {
    Select users =
        Select.from(
                request.unboundedMode() == UnboundedMode.CONSECUTIVE_FORWARD ? "placed" : "back")
            .column("segment", "segment")
            .column("bucket", "bucket")
            .column("distinct_id", "distinct_id");
    return switch (request.unboundedMode()) {
      case NONE -> users.column("number", "number");
      case CARRY_BACK ->
          users.column("max(number)", "number").groupBy("segment", "bucket", "distinct_id");
      case CARRY_FORWARD ->
          users.column("min(number)", "number").groupBy("segment", "bucket", "distinct_id");
      case CONSECUTIVE_FORWARD ->
          users.column("number", "number").where("number = 0 OR number = place");
    };
  }

  private List<RetentionCohort> cohorts(Map<String, Long> sizes, Map<String, long[]> counts) {
    List<RetentionCohort> cohorts = new ArrayList<>();
    for (String bucket : Buckets.of(request.range(), request.unit().unit())) {
      long[] numbers = counts.getOrDefault(bucket, new long[request.intervals()]).clone();
      if (request.unboundedMode() == UnboundedMode.CARRY_BACK) {
        for (int i = numbers.length - 2; i >= 0; i--) {
          numbers[i] += numbers[i + 1];
        }
      } else if (request.unboundedMode() == UnboundedMode.CARRY_FORWARD) {
        for (int i = 1; i < numbers.length; i++) {
          numbers[i] += numbers[i - 1];
        }
      }
      RetentionCohort row =
          RetentionCohort.of(
              bucket, sizes.getOrDefault(bucket, 0L), Arrays.stream(numbers).boxed().toList());
      cohorts.add(progress.map(p -> begun(row, p)).orElse(row));
    }
    return cohorts;
  }

  private static RetentionCohort begun(RetentionCohort row, RetentionProgress progress) {
    List<Long> begun = row.counts().stream().limit(progress.begun(row.date())).toList();
    return RetentionCohort.of(row.date(), row.size(), begun, progress.complete(row.date()));
  }
}
