package dev.mixpaneldata.benchmarks;

import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Local reports against SQL that somebody who knows the table would write by hand, one after the
 * other in one process. Prints milliseconds by the clock, and in parentheses those of the
 * processors. Arguments: users (about 90,000 make a million events) and rounds.
 */
public final class ReportBenchmark {
  private static final DateRange DAYS = DateRange.of("2026-01-01", "2026-01-30");

  private static final String IN_RANGE =
      "event_time >= TIMESTAMP '2026-01-01' AND event_time < TIMESTAMP '2026-01-31'";

  /** A report, and the SQL that gives the same numbers. */
  private record Contest(String name, String sql, Runnable report) {}

  private ReportBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 90_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "mp-reports-" + users);
    StoreOptions options = new StoreOptions(Duration.ofSeconds(10), 1500, 2);
    Store store =
        new DuckDbStoreProvider().open(folder.resolve("events.db"), options, Clock.systemUTC());
    if (store.loader().find("events").isEmpty()) {
      load(store, folder, users);
    }
    System.out.println(store.sql().query(SqlQuery.of("SELECT count(*) FROM events")).scalar());
    for (Contest contest : contests(store.reports(LocalScope.of("events")))) {
      measure(store, contest, rounds);
    }
  }

  private static void load(Store store, Path folder, int users) throws IOException {
    Path parts = folder.resolve("parts");
    Dataset.builder().seed(7).users(users).from(DAYS.from()).to(DAYS.to()).writeTo(parts);
    try (Stream<Path> files = Files.list(parts)) {
      store
          .loader()
          .load(
              new LoadRequest(
                  "job",
                  "events",
                  TableType.EVENTS,
                  LoadMode.CREATE,
                  PartSource.of(files.sorted().toList()),
                  new TableOrigin(
                      "1",
                      "us",
                      Optional.of(DAYS),
                      List.of(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()),
                  List.of()),
              rows -> {});
    }
  }

  private static List<Contest> contests(Reports reports) {
    SegmentationRequest views = SegmentationRequest.of("Item Viewed", DAYS);
    return List.of(
        new Contest(
            "segmentation by a promoted property",
            "SELECT event_time::DATE, plan, count(*) FROM events"
                + " WHERE event_name = 'Item Viewed' AND "
                + IN_RANGE
                + " GROUP BY ALL",
            () -> reports.segmentation(views.with(r -> r.on("plan")))),
        new Contest(
            "segmentation by an unpromoted property",
            "SELECT event_time::DATE, properties->>'$.rating', count(*) FROM events"
                + " WHERE event_name = 'Item Viewed' AND "
                + IN_RANGE
                + " GROUP BY ALL",
            () -> reports.segmentation(views.with(r -> r.on("rating")))),
        new Contest(
            "segmentation with an unpromoted filter",
            "SELECT event_time::DATE, count(*) FROM events WHERE event_name = 'Item Viewed'"
                + " AND properties->>'$.referrer' = 'search' AND "
                + IN_RANGE
                + " GROUP BY ALL",
            () ->
                reports.segmentation(
                    views.with(r -> r.where("properties[\"referrer\"] == \"search\"")))),
        new Contest(
            "funnel of three steps",
            """
            WITH a AS (SELECT distinct_id, min(event_time) t1 FROM events
                WHERE event_name = 'App Opened' AND %1$s GROUP BY 1),
              b AS (SELECT e.distinct_id, any_value(t1) t1, min(event_time) t2
                FROM events e JOIN a USING (distinct_id) WHERE event_name = 'Item Viewed'
                  AND event_time > t1 AND event_time <= t1 + INTERVAL 7 DAY GROUP BY 1),
              c AS (SELECT e.distinct_id, min(event_time) t3
                FROM events e JOIN b USING (distinct_id) WHERE event_name = 'Search'
                  AND event_time > t2 AND event_time <= t1 + INTERVAL 7 DAY GROUP BY 1)
            SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b), (SELECT count(*) FROM c)
            """
                .formatted(IN_RANGE),
            () ->
                reports.funnel(
                    FunnelRequest.ofEvents(DAYS, "App Opened", "Item Viewed", "Search"))),
        new Contest(
            "retention of seven days",
            """
            WITH a AS (SELECT distinct_id, min(event_time) t FROM events
                WHERE event_name = 'App Opened' AND %s GROUP BY 1)
            SELECT t::DATE, (epoch_us(event_time) - epoch_us(t)) // 86400000000 n,
              count(DISTINCT e.distinct_id)
            FROM events e JOIN a USING (distinct_id)
            WHERE event_name = 'Item Viewed' AND event_time > t AND event_time < t + INTERVAL 7 DAY
            GROUP BY ALL
            """
                .formatted(IN_RANGE),
            () ->
                reports.retention(
                    RetentionRequest.of("App Opened", "Item Viewed", DAYS)
                        .with(r -> r.unit(CalendarUnit.DAY).intervalCount(7)))));
  }

  private static void measure(Store store, Contest contest, int rounds) {
    List<Cost> byHand = new ArrayList<>();
    List<Cost> reports = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      Cost sql = Cost.of(() -> store.sql().query(SqlQuery.of(contest.sql())));
      Cost report = Cost.of(contest.report());
      // The first round warms up.
      if (round > 0) {
        byHand.add(sql);
        reports.add(report);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-40s by hand %6.0f ms (%4.0f), report %6.0f ms (%4.0f), ratio %.2f (%.2f)%n",
        contest.name(),
        median(byHand),
        mean(byHand),
        median(reports),
        mean(reports),
        median(reports) / median(byHand),
        mean(reports) / mean(byHand));
  }

  private static double median(List<Cost> costs) {
    return costs.stream().map(Cost::wall).sorted().toList().get(costs.size() / 2);
  }

  /** Not the median: the system counts processors' time in steps of ten milliseconds. */
  private static double mean(List<Cost> costs) {
    return costs.stream().mapToDouble(Cost::processors).average().orElse(0);
  }
}
