package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelRequestBuilder;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Local reports against another way to the same answers, over drawn events and questions. Whoever
 * has one extends this class and gives it.
 */
abstract class ReportsAgreement {
  private static final int TABLES = 3;
  private static final int QUESTIONS = 12;
  private static final LocalDate FIRST = LocalDate.parse("2026-03-20");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final List<String> NAMES = List.of("A", "B", "C", "É \"x\"");

  private static final List<String> PLANS =
      List.of("\"pro\"", "\"free\"", "null", "1", "1.5", "true", "[\"pro\",\"x\",\"pro\"]", "[]");

  @TempDir Path folder;

  /**
   * The other way.
   *
   * @param lines the events as exported; none is there twice
   * @param fetched the days the table is fetched for
   */
  abstract Reports reference(Path empty, List<String> lines, DateRange fetched, ZoneId zone);

  @Test
  void bothGiveTheSameAnswers() throws Exception {
    for (int seed = 0; seed < TABLES; seed++) {
      Random random = new Random(seed);
      List<String> lines = lines(random);
      Path own = Files.createDirectory(folder.resolve("own" + seed));
      Path other = Files.createDirectory(folder.resolve("other" + seed));
      DateRange fetched = new DateRange(FIRST, FIRST.plusDays(20));
      TestingTable table =
          new TestingTable(own, fetched.from().toString(), fetched.to().toString());
      lines.forEach(table::line);
      Reports local = table.reports(scope -> scope.zone(ZONE));
      Reports reference = reference(other, lines, fetched, ZONE);
      for (int i = 0; i < QUESTIONS; i++) {
        compare(random, local, reference);
      }
    }
  }

  private static void compare(Random random, Reports local, Reports reference) {
    DateRange days = range(random);
    SegmentationRequest segmentation =
        new SegmentationRequest(
            oneOf(random, NAMES),
            ReportDays.of(days),
            Optional.of("plan").filter(p -> random.nextBoolean()),
            Optional.of("properties[\"n\"] > 1 or not defined(properties[\"plan\"])")
                .filter(p -> random.nextBoolean()),
            oneOf(
                random,
                List.of(BucketUnit.HOUR, BucketUnit.DAY, BucketUnit.WEEK, BucketUnit.MONTH)),
            Optional.empty(),
            oneOf(random, List.of(CountType.values())),
            Optional.of(1 + random.nextInt(9)),
            SeriesTransform.NONE);
    assertThat(local.segmentation(segmentation)).isEqualTo(reference.segmentation(segmentation));
    EventCountsRequest counts = EventCountsRequest.of(NAMES, days);
    assertThat(local.eventCounts(counts)).isEqualTo(reference.eventCounts(counts));
    NumericSeriesRequest sum = NumericSeriesRequest.of(oneOf(random, NAMES), days, "n");
    assertThat(local.segmentationSum(sum)).isEqualTo(reference.segmentationSum(sum));
    FrequencyRequest frequency = FrequencyRequest.of(days);
    assertThat(local.frequency(frequency)).isEqualTo(reference.frequency(frequency));
    FunnelRequestBuilder funnel = funnel(random, days);
    assertThat(local.funnel(funnel.build())).isEqualTo(reference.funnel(funnel.build()));
    RetentionRequest retention = retention(random, days);
    assertThat(local.retention(retention)).isEqualTo(reference.retention(retention));
  }

  private static FunnelRequestBuilder funnel(Random random, DateRange days) {
    List<EventSelector> steps = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      steps.add(
          new EventSelector(
              oneOf(random, NAMES),
              Optional.of("properties[\"n\"] < 3").filter(w -> random.nextInt(3) == 0)));
    }
    FunnelRequestBuilder options =
        FunnelRequest.of(days, steps)
            .with()
            .window(
                new ConversionWindow(
                    1 + random.nextInt(9),
                    oneOf(random, List.of(WindowUnit.SECOND, WindowUnit.HOUR, WindowUnit.DAY))))
            .counting(oneOf(random, List.of(FunnelCounting.values())));
    switch (random.nextInt(5)) {
      case 0 -> options.order(FunnelOrder.ANY);
      case 1 -> options.exclusions(List.of(Exclusion.of(oneOf(random, NAMES))));
      case 2 -> options.holdConstant(List.of("plan"));
      case 3 -> options.on("plan");
      default -> options.unit(CalendarUnit.DAY);
    }
    return options;
  }

  private static RetentionRequest retention(Random random, DateRange days) {
    String event = oneOf(random, NAMES);
    RetentionRequest request =
        RetentionRequest.of(event, oneOf(random, NAMES), days)
            .with(
                r ->
                    r.unit(oneOf(random, List.of(CalendarUnit.values())))
                        .intervalCount(1 + random.nextInt(5)));
    return switch (random.nextInt(4)) {
      case 0 -> request.with(r -> r.unboundedMode(UnboundedMode.CARRY_BACK));
      case 1 -> request.with(r -> r.on("plan"));
      case 2 ->
          RetentionRequest.of(event, event, days)
              .with(
                  r ->
                      r.unit(CalendarUnit.DAY)
                          .intervalCount(4)
                          .retentionType(RetentionType.COMPOUNDED));
      default -> request.with(r -> r.bornWhere("properties[\"n\"] >= 1"));
    };
  }

  private static DateRange range(Random random) {
    LocalDate from = FIRST.plusDays(2 + random.nextInt(8));
    return new DateRange(from, from.plusDays(random.nextInt(8)));
  }

  /** Events around the last Sunday of March, when clocks change in Berlin. */
  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    long start = FIRST.toEpochDay() * 86_400_000;
    for (int i = 0; i < 300; i++) {
      long time = start + random.nextInt(20 * 24) * 3_600_000L + random.nextInt(4) * 1000L;
      lines.add(
          "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"%d\",\"n\":%d%s}}"
              .formatted(
                  oneOf(random, NAMES).replace("\"", "\\\""),
                  time,
                  random.nextInt(20) == 0 ? "" : "u" + random.nextInt(12),
                  i,
                  random.nextInt(5),
                  random.nextInt(4) == 0 ? "" : ",\"plan\":" + oneOf(random, PLANS)));
    }
    return lines;
  }

  private static <T> T oneOf(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
