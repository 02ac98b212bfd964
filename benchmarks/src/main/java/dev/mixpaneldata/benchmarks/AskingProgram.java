package dev.mixpaneldata.benchmarks;

import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.store.Indexing;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A server that runs: answers one question a line, by name, with the milliseconds it took, by the
 * clock and of the processors. {@code asking.py} asks it and ClickHouse in turns. Arguments: the
 * database file, and {@code none} to do without indexes.
 */
final class AskingProgram {
  private static final DateRange DAYS = DateRange.of("2026-01-01", "2026-01-30");

  private AskingProgram() {}

  public static void main(String[] arguments) throws IOException {
    StoreOptions options =
        StoreOptions.defaults()
            .withIndexing(arguments.length > 1 ? Indexing.NONE : Indexing.BESIDE_READS);
    Store store = new DuckDbStoreProvider().open(Path.of(arguments[0]), options, Clock.systemUTC());
    Map<String, Runnable> questions = questions(store);
    System.out.println(String.join(" ", questions.keySet()));
    BufferedReader names =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String name = names.readLine(); name != null; name = names.readLine()) {
      Runnable question = questions.get(name);
      if (question != null) {
        Cost cost = Cost.of(question);
        System.out.println(cost.wall() + " " + cost.processors());
      }
    }
  }

  private static Map<String, Runnable> questions(Store store) {
    Reports reports = store.reports(LocalScope.of("events"));
    Cohort buyers = Cohort.whoDid(EventSelector.of("Purchase"), 1, 30, DAYS.to());
    Reports ofBuyers = store.reports(LocalScope.of("events").with(scope -> scope.cohort(buyers)));
    SegmentationRequest opened = SegmentationRequest.of("App Opened", DAYS);
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("by_plan", () -> reports.segmentation(opened.with(r -> r.on("plan"))));
    all.put("by_model", () -> reports.segmentation(opened.with(r -> r.on("$model"))));
    all.put("by_session", () -> reports.segmentation(opened.with(r -> r.on("$session_id"))));
    all.put(
        "users_a_week",
        () ->
            reports.insights(
                InsightsRequest.of(Metric.of(Measure.UNIQUE, "App Opened"))
                    .with(r -> r.range(DAYS).unit(BucketUnit.WEEK))));
    all.put(
        "funnel",
        () ->
            reports.funnel(
                FunnelRequest.ofEvents(DAYS, "Item Viewed", "Add to Cart", "Purchase")
                    .with(r -> r.window(ConversionWindow.parse("2d")))));
    all.put(
        "retention",
        () ->
            reports.retention(
                RetentionRequest.of("Sign Up", "App Opened", DAYS)
                    .with(r -> r.unit(CalendarUnit.DAY).intervalCount(7))));
    all.put(
        "frequency",
        () ->
            reports.frequency(
                FrequencyRequest.of(DAYS, CalendarUnit.WEEK, HourOrDay.DAY)
                    .with(r -> r.event("App Opened"))));
    all.put(
        "sum_by_property",
        () ->
            reports.segmentationSum(
                NumericSeriesRequest.of("Purchase", DAYS, "properties[\"amount\"]")));
    all.put(
        "p90",
        () ->
            reports.insights(
                InsightsRequest.of(Metric.of(Measure.P90, "Search", "results"))
                    .with(r -> r.range(DAYS))));
    all.put("cohort", () -> ofBuyers.segmentation(opened));
    all.put(
        "flows",
        () ->
            reports.flow(
                FlowRequest.of("Add to Cart", DateRange.of("2026-01-10", "2026-01-16"))
                    .with(r -> r.windowDays(1))));
    return all;
  }
}
