package dev.mixpaneldata.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real cluster of two workers, which {@code .ci/spark} brings: {@code -Dspark.home=FOLDER}.
 */
@EnabledIfSystemProperty(named = "spark.home", matches = ".+")
class ClusterTest {
  private static final DateRange DAYS = DateRange.of("2026-01-01", "2026-01-20");
  private static final FunnelRequest FUNNEL =
      FunnelRequest.of(
              DAYS, List.of(EventSelector.of("A"), EventSelector.of("B"), EventSelector.of("C")))
          .with(r -> r.on("plan"));
  private static final RetentionRequest RETENTION = RetentionRequest.of("A", "B", DAYS);
  private static final SegmentationRequest SEGMENTATION =
      SegmentationRequest.of("B", DAYS).with(r -> r.on("plan"));

  @TempDir Path folder;

  @Test
  void aClusterAnswersAsOneTableDoesEvenIfAWorkerIsKilled() throws Exception {
    TestLake table = new TestLake(folder, DAYS).load(lines(30_000));
    String lake = table.write();
    Reports local = table.store().reports(LocalScope.of("t"));
    Path home = Path.of(System.getProperty("spark.home"));
    List<String> jars = StandaloneCluster.jars(folder);
    try (StandaloneCluster cluster = StandaloneCluster.start(home, folder)) {
      String submitted =
          cluster.submit(
              List.of(
                  "--executor-memory",
                  "512m",
                  "--jars",
                  String.join(",", jars),
                  "--class",
                  SparkMain.class.getName(),
                  own(jars),
                  "--lake",
                  lake,
                  "--report",
                  "segmentation",
                  "--request",
                  "{\"event\":\"B\",\"from_date\":\"2026-01-01\",\"to_date\":\"2026-01-20\",\"on\":\"plan\"}"));
      assertThat(submitted.strip()).isEqualTo(ResultJson.text(local.segmentation(SEGMENTATION)));

      SparkSession spark = session(cluster.master(), jars);
      try {
        SparkReports reports = SparkReports.over(spark, lake);
        assertThat(reports.funnel(FUNNEL)).isEqualTo(local.funnel(FUNNEL));
        Killer killer = new Killer(cluster);
        spark.sparkContext().addSparkListener(killer);
        // Another question, so that nothing of the first one is used.
        assertThat(reports.retention(RETENTION)).isEqualTo(local.retention(RETENTION));
        assertThat(killer.lost.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(reports.segmentation(SEGMENTATION)).isEqualTo(local.segmentation(SEGMENTATION));
      } finally {
        spark.stop();
      }
    }
  }

  private static String own(List<String> jars) {
    return jars.stream()
        .filter(jar -> jar.contains("mixpanel-data-spark"))
        .findFirst()
        .orElseThrow();
  }

  private static SparkSession session(String master, List<String> jars) {
    return SparkSession.builder()
        .master(master)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", false)
        .config("spark.executor.memory", "512m")
        .config("spark.jars", String.join(",", jars))
        .config("spark.sql.files.openCostInBytes", 1 << 16)
        .config("spark.sql.files.maxPartitionBytes", 1 << 20)
        .config(SparkSettings.ROWS, 4000)
        .config(SparkSettings.MEMORY, 300)
        .getOrCreate();
  }

  private static List<String> lines(int count) {
    Random random = new Random(1);
    long start = DAYS.from().toEpochDay() * 86_400_000;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"$insert_id\":\"%d\",\"plan\":\"%s\",\"n\":%d}}"
              .formatted(
                  "ABC".charAt(random.nextInt(3)),
                  start + random.nextInt(20 * 86_400) * 1000L,
                  random.nextInt(3000),
                  i,
                  List.of("free", "pro", "team").get(random.nextInt(3)),
                  random.nextInt(50)));
    }
    return lines;
  }

  /** Kills a worker in the middle of the tasks of a report. */
  private static final class Killer extends SparkListener {
    private final StandaloneCluster cluster;
    private final AtomicInteger tasks = new AtomicInteger();
    final CountDownLatch lost = new CountDownLatch(1);

    Killer(StandaloneCluster cluster) {
      this.cluster = cluster;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      // The first tasks only look whether the lake has such events.
      if (tasks.incrementAndGet() == 6) {
        try {
          cluster.killWorker();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      lost.countDown();
    }
  }
}
