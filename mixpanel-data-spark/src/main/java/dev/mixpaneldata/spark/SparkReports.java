package dev.mixpaneldata.spark;

import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.LocalScopeBuilder;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.storage.report.ShardedReports;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Answers reports from a data lake by Spark, with the records, rules and answers of local tables.
 *
 * <pre>{@code
 * SparkSession spark = SparkSession.builder().getOrCreate();
 * Reports reports = SparkReports.over(spark, "s3a://bucket/lake");
 * SegmentationRequest request = SegmentationRequest.of("Login", january).with(r -> r.on("plan"));
 * System.out.println(reports.segmentation(request).series());
 * }</pre>
 *
 * <p>Where a user is counted or followed, Spark brings the events of each user to one task; only
 * the values that the report reads travel. Each task runs the SQL of local reports over its share.
 * A lake has no profiles: {@code user["…"]} and cohorts by profile are refused with {@code
 * CANNOT_ANSWER}. The manifest is read once; what is written later is not seen.
 */
public final class SparkReports implements Reports {
  private final SparkLake lake;
  private final ShardedReports reports;

  private SparkReports(SparkLake lake, LocalScope scope) {
    this.lake = lake;
    this.reports =
        new ShardedReports(
            new SparkShards(lake),
            lake.place(),
            lake.manifest(),
            lake.columnsEverywhere(),
            scope,
            lake.settings().engine());
  }

  /**
   * Returns reports over a lake, whose days are cut by the clock of its own time zone.
   *
   * @param lake the folder of the lake, as Spark reads it: a path, {@code s3a://…}, {@code
   *     hdfs://…}
   */
  public static SparkReports over(SparkSession spark, String lake) {
    return new SparkReports(SparkLake.open(spark, lake), LocalScope.of(""));
  }

  /** Returns reports with another zone, cohort, listener or the like; a table is of no interest. */
  public SparkReports with(Consumer<LocalScopeBuilder> change) {
    LocalScopeBuilder scope = LocalScope.of("").with();
    change.accept(scope);
    return new SparkReports(lake, scope.build());
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    return reports.answer(report, request);
  }
}
