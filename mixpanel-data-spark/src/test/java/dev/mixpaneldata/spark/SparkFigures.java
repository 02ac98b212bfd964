package dev.mixpaneldata.spark;

import dev.mixpaneldata.lake.LakeColumn;
import dev.mixpaneldata.lake.LakeDay;
import dev.mixpaneldata.lake.LakeFile;
import dev.mixpaneldata.lake.LakeLayout;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.lake.LakeSource;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Measures reports over a lake of made events: {@code SparkFigures FOLDER EVENTS MASTER}. Each
 * answer is compared with that of DuckDB over the same lake. docs/spark.md has the figures.
 */
public final class SparkFigures {
  private static final int DAYS = 30;
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final DateRange RANGE = new DateRange(FIRST, FIRST.plusDays(DAYS - 1));

  private SparkFigures() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long events = Long.parseLong(arguments[1]);
    if (!Files.exists(folder.resolve(LakeLayout.MANIFEST))) {
      make(folder, events);
    }
    Reports duckdb =
        new DuckDbStoreProvider()
            .open(folder.resolve("none.db"), StoreOptions.defaults(), Clock.systemUTC())
            .lake(folder, LocalScope.of(""));
    SparkSession spark =
        SparkSession.builder().master(arguments[2]).config("spark.ui.enabled", false).getOrCreate();
    Counter counter = new Counter();
    spark.sparkContext().addSparkListener(counter);
    Reports reports = SparkReports.over(spark, folder.toString());
    for (Map.Entry<String, Function<Reports, ReportResult>> question : questions().entrySet()) {
      long start = System.nanoTime();
      ReportResult expected = question.getValue().apply(duckdb);
      long there = System.nanoTime();
      counter.reset();
      ReportResult answer = question.getValue().apply(reports);
      long here = System.nanoTime();
      spark.sparkContext().listenerBus().waitUntilEmpty();
      System.out.printf(
          "%-28s equal %-5s DuckDB %6.2f s  Spark %6.2f s  task time %6.1f s  read %5d MB  shuffle %5d MB (%.1f bytes an event)%n",
          question.getKey(),
          expected.equals(answer),
          (there - start) / 1e9,
          (here - there) / 1e9,
          counter.millis.get() / 1e3,
          counter.read.get() >> 20,
          counter.shuffled.get() >> 20,
          (double) counter.shuffled.get() / events);
    }
    spark.stop();
  }

  private static Map<String, Function<Reports, ReportResult>> questions() {
    SegmentationRequest login = SegmentationRequest.of("Login", RANGE);
    Map<String, Function<Reports, ReportResult>> questions = new LinkedHashMap<>();
    questions.put("warm-up", reports -> reports.segmentation(login));
    questions.put("Login a day", reports -> reports.segmentation(login));
    questions.put(
        "Login by plan (a column)", reports -> reports.segmentation(login.with(r -> r.on("plan"))));
    questions.put(
        "Login by browser (JSON)",
        reports -> reports.segmentation(login.with(r -> r.on("$browser"))));
    questions.put(
        "users of Login a day",
        reports -> reports.segmentation(login.with(r -> r.type(CountType.UNIQUE))));
    questions.put(
        "funnel of three steps",
        reports ->
            reports.funnel(
                FunnelRequest.of(
                    RANGE,
                    List.of(
                        EventSelector.of("Sign up"),
                        EventSelector.of("Login"),
                        EventSelector.of("Purchase")))));
    questions.put(
        "retention", reports -> reports.retention(RetentionRequest.of("Sign up", "Login", RANGE)));
    questions.put(
        "numbers of amount",
        reports -> reports.numericSummary(NumericSummaryRequest.of("Purchase", "amount", RANGE)));
    return questions;
  }

  /** Makes events of eight names, 1 user for 40 of them, with 14 properties. */
  private static void make(Path folder, long events) throws Exception {
    TreeMap<LocalDate, LakeDay> days = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      long each = events / DAYS;
      for (int i = 0; i < DAYS; i++) {
        LocalDate day = FIRST.plusDays(i);
        String path = LakeLayout.newFile(day);
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        statement.execute(
            """
            COPY (SELECT event_name, event_time, distinct_id, insert_id,
                ('{"time":' || epoch(event_time)::BIGINT || ',"distinct_id":"' || distinct_id
                || '","$insert_id":"' || insert_id || '","plan":"' || plan || '","amount":' || amount
                || ',"$browser":"' || ['Chrome','Safari','Firefox','Edge'][1 + h %% 4]
                || '","$os":"' || ['Windows','iOS','Android'][1 + h %% 3]
                || '","$city":"City ' || (h %% 500) || '","$current_url":"https://shop.example/item/'
                || (h %% 100000) || '","$screen_width":' || (800 + h %% 1200) || ',"mp_lib":"web",'
                || '"$lib_version":"2.55.1","session":"' || hex(h) || '"}') AS properties,
                plan, amount
              FROM (SELECT h,
                ['Login','View','View','View','Search','Purchase','Sign up','Logout'][1 + h %% 8] AS event_name,
                make_timestamp(%1$d + (h >> 8) %% 86400000000) AS event_time,
                'user-' || ((h >> 20) %% %2$d) AS distinct_id, 'i' || hex(h) || i AS insert_id,
                ['free','pro','team'][1 + (h >> 5) %% 3] AS plan, ((h >> 9) %% 500)::BIGINT AS amount
                FROM (SELECT i, (hash(i + %3$d) >> 1)::BIGINT AS h FROM range(%4$d) r(i))))
            TO '%5$s' (FORMAT parquet, COMPRESSION zstd)\
            """
                .formatted(
                    day.toEpochDay() * 86_400_000_000L,
                    Math.max(1, events / 40),
                    i * each,
                    each,
                    file.toString()));
        days.put(
            day,
            new LakeDay(
                List.of(new LakeFile(path, each, Files.size(file))),
                Instant.parse("2026-03-01T00:00:00Z"),
                Optional.empty()));
      }
    }
    LakeManifest manifest =
        new LakeManifest(
            new LakeSource("1", "us", ZoneOffset.UTC, false, List.of(), Optional.empty()),
            List.of(
                new LakeColumn("plan", "plan", "VARCHAR", 0, 0),
                new LakeColumn("amount", "amount", "BIGINT", 0, 0)),
            days);
    Files.writeString(folder.resolve(LakeLayout.MANIFEST), manifest.json());
  }

  /** Adds up what tasks took. */
  private static final class Counter extends SparkListener {
    final AtomicLong millis = new AtomicLong();
    final AtomicLong read = new AtomicLong();
    final AtomicLong shuffled = new AtomicLong();

    void reset() {
      millis.set(0);
      read.set(0);
      shuffled.set(0);
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.taskMetrics() != null) {
        millis.addAndGet(end.taskMetrics().executorRunTime());
        read.addAndGet(end.taskMetrics().inputMetrics().bytesRead());
        shuffled.addAndGet(end.taskMetrics().shuffleWriteMetrics().bytesWritten());
      }
    }
  }
}
