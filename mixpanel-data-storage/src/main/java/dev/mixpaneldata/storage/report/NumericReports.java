package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericBucketsResult;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.value.BucketUnit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes reports from numbers. */
final class NumericReports {
  private final ReportContext session;

  NumericReports(ReportContext session) {
    this.session = session;
  }

  /**
   * Returns the sum by bucket; a value that is not a number counts as 0 (segmentation/sum
   * reference).
   */
  NumericSeriesResult sum(NumericSeriesRequest request) throws SQLException {
    Map<String, @Nullable Double> sums = new TreeMap<>();
    buckets(request).forEach(bucket -> sums.put(bucket, 0.0));
    readSeries(request, (bucket, sum, events) -> sums.put(bucket, sum));
    return NumericSeriesResult.of(request, sums, Optional.empty(), Optional.empty());
  }

  /** Returns the sum divided by all matching events, also by those without a number. */
  NumericSeriesResult average(NumericSeriesRequest request) throws SQLException {
    Map<String, @Nullable Double> averages = new TreeMap<>();
    buckets(request).forEach(bucket -> averages.put(bucket, null));
    readSeries(request, (bucket, sum, events) -> averages.put(bucket, sum / events));
    return NumericSeriesResult.of(request, averages, Optional.empty(), Optional.empty());
  }

  private interface Bucket {
    void add(String bucket, double sum, long events);
  }

  private static List<String> buckets(NumericSeriesRequest request) {
    return Buckets.of(request.range(), request.unit().unit());
  }

  private void readSeries(NumericSeriesRequest request, Bucket target) throws SQLException {
    List<String> event = List.of(request.event());
    session.coverage().require(request.range(), event);
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    String number = session.compiler(rows).number(Expression.on(request.on()));
    BucketUnit unit = request.unit().unit();
    Select base = session.passing(rows, session.events(event, request.range()), where);
    new Currencies(session).tell(session.events(event, request.range()));
    Select query =
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, base)
            .column(session.clock().bucket("event_time", request.range(), unit), "bucket")
            .column("fsum(coalesce(" + number + ", 0))", "total")
            .column("count(*)", "events")
            .where(where.passes())
            .groupBy("1");
    Select merged =
        Select.from(Sharded.ROWS)
            .column("bucket", "bucket")
            .column("fsum(total)", "total")
            .column("sum(events)", "events")
            .groupBy("bucket");
    session.run(
        Sharded.of(query, query, merged),
        row ->
            target.add(
                BucketKeys.read(row, "bucket", unit),
                row.getDouble("total"),
                row.getLong("events")));
  }

  NumericBucketsResult run(NumericBucketsRequest request) throws SQLException {
    List<String> event = List.of(request.event());
    session.coverage().require(request.range(), event);
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    String number = session.compiler(rows).number(Expression.on(request.on()));
    BucketUnit unit = request.unit().unit();
    Select base = session.passing(rows, session.events(event, request.range()), where);
    Optional<NumberRanges> ranges = ranges(base, where, number, request.buckets());
    if (ranges.isEmpty()) {
      return NumericBucketsResult.of(request, Map.of(), Optional.empty());
    }
    CountedSeries series =
        new CountedSeries(
            request.type(), session.clock().bucket("event_time", request.range(), unit), unit);
    List<String> fields = List.of("event_time", "distinct_id");
    Select passing = Select.from("base").columns(fields).column(number, "number");
    Select numbers =
        Select.from("passing")
            .with("base", base)
            .with("passing", passing.where(where.passes()))
            .columns(fields)
            .column(ranges.get().index("number"), "part")
            .where("number IS NOT NULL");
    Map<String, Map<String, Number>> counts =
        series
            .split(session, numbers, "TRUE", new SegmentKey("part::VARCHAR", false), Segments.all())
            .counts();
    Map<String, Map<String, Number>> labelled = new LinkedHashMap<>();
    ranges
        .get()
        .labels()
        .forEach(
            (index, label) ->
                labelled.put(label, counts.getOrDefault(Integer.toString(index), Map.of())));
    return NumericBucketsResult.of(
        request, series.dense(labelled, Buckets.of(request.range(), unit)), Optional.empty());
  }

  private Optional<NumberRanges> ranges(
      Select base, Condition where, String number, Optional<Integer> most) throws SQLException {
    List<NumberRanges> found = new ArrayList<>();
    Select query =
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, base)
            .column("min(" + number + ")", "least")
            .column("max(" + number + ")", "greatest")
            .where(where.passes());
    Select merged =
        Select.from(Sharded.ROWS).column("min(least)", "least").column("max(greatest)", "greatest");
    session.run(
        Sharded.of(query, query, merged),
        row -> {
          double least = row.getDouble("least");
          if (!row.wasNull()) {
            found.add(
                NumberRanges.of(
                    least, row.getDouble("greatest"), most.orElse(NumberRanges.MOST_RANGES)));
          }
        });
    return found.stream().findFirst();
  }

  NumericSummaryResult run(NumericSummaryRequest request) throws SQLException {
    List<String> event = List.of(request.event());
    session.coverage().require(request.range(), event);
    EventRows rows = session.rows();
    String number = session.compiler(rows).number(Expression.property(request.propertyName()));
    Select base = session.passing(rows, session.events(event, request.range()));
    new Currencies(session).tell(session.events(event, request.range()));
    List<NumericSummaryResult> results = new ArrayList<>();
    session.run(
        summary(
            Select.from("numbers")
                .with(ReportContext.ROWS, base)
                .with("numbers", Select.from(ReportContext.ROWS).column(number, "n")),
            request.percentiles().stream().map(p -> (p < 10 ? "0.0" : "0.") + p).toList()),
        row -> {
          Map<Integer, Double> percentiles = new TreeMap<>();
          long count = row.getLong("events");
          if (count > 0) {
            Object[] values = (Object[]) row.getArray("percentiles").getArray();
            for (int i = 0; i < values.length; i++) {
              percentiles.put(request.percentiles().get(i), ((Number) values[i]).doubleValue());
            }
          }
          results.add(
              new NumericSummaryResult(
                  request.event(),
                  request.propertyName(),
                  request.range().from(),
                  request.range().to(),
                  count,
                  number(count, row.getDouble("least")),
                  number(count, row.getDouble("greatest")),
                  number(count, row.getDouble("total")),
                  number(count, row.getDouble("mean")),
                  number(count, row.getDouble("deviation")),
                  percentiles,
                  Optional.empty()));
        });
    return results.get(0);
  }

  private static Sharded summary(Select numbers, List<String> shares) {
    Select part =
        numbers
            .reading("numbers")
            .column("n", "n")
            .column("count(*)", "times")
            .where("n IS NOT NULL")
            .groupBy("n");
    numbers
        .column("count(n)", "events")
        .column("min(n)", "least")
        .column("max(n)", "greatest")
        .column("fsum(n)", "total")
        .column("fsum(n) / count(n)", "mean")
        .column("stddev_pop(n)", "deviation")
        .column("quantile_cont(n, [" + String.join(", ", shares) + "])", "percentiles");
    Quantiles quantiles = new Quantiles(List.of(), "n", "times");
    String mean = "(SELECT fsum(n * value_times) / sum(value_times) FROM placed)";
    Select merged =
        Select.from("placed")
            .with("placed", quantiles.placed(Sharded.ROWS))
            .column("coalesce(sum(value_times), 0)", "events")
            .column("min(n)", "least")
            .column("max(n)", "greatest")
            .column("fsum(n * value_times)", "total")
            .column("fsum(n * value_times) / sum(value_times)", "mean")
            .column(
                "sqrt(fsum(value_times * (n - " + mean + ") ** 2) / sum(value_times))", "deviation")
            .column(
                shares.stream()
                    .map(share -> quantiles.at(Double.parseDouble(share)))
                    .collect(Collectors.joining(", ", "[", "]")),
                "percentiles");
    return Sharded.of(numbers, part, merged);
  }

  private static Optional<Double> number(long count, double value) {
    return count == 0 ? Optional.empty() : Optional.of(value);
  }
}
