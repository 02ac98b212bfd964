package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.ComparisonOffset;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsRequestBuilder;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.PerUser;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes up Insights reports. */
final class RandomInsights {
  private static final List<String> FORMULAS =
      List.of("A/B*100", "A - B", "-A^2 + (B*0.5)/(A+1)", "2^A^0.5 - 3*B", "-(A - -B)/3");

  private static final List<Measure> OF_NUMBERS =
      List.of(
          Measure.TOTAL,
          Measure.AVERAGE,
          Measure.MEDIAN,
          Measure.MIN,
          Measure.MAX,
          Measure.P25,
          Measure.P75,
          Measure.P90,
          Measure.P99,
          Measure.PERCENTILE,
          Measure.UNIQUE_VALUES);

  private final Random random;
  private final DateRange range;
  private final RandomQuestions parts;

  RandomInsights(Random random, DateRange range, RandomQuestions parts) {
    this.random = random;
    this.range = range;
    this.parts = parts;
  }

  InsightsRequest request() {
    List<Metric> metrics = new ArrayList<>();
    int many = 1 + random.nextInt(2);
    for (int i = 0; i < many; i++) {
      metrics.add(metric());
    }
    InsightsRequestBuilder request =
        InsightsRequest.of(metrics.toArray(Metric[]::new)).with().range(range);
    request.where(parts.where());
    request.unit(oneOf(List.of(BucketUnit.HOUR, BucketUnit.DAY, BucketUnit.DAY, BucketUnit.WEEK)));
    if (metrics.stream().anyMatch(m -> m.measureOrTotal().activeDays() > 0)) {
      request.unit(BucketUnit.DAY);
    } else {
      request.total(random.nextInt(4) == 0);
    }
    if (many == 2 && random.nextBoolean()) {
      request.formulas(List.of(Formula.of(oneOf(FORMULAS)), Formula.parse("Sum = A+B")));
    }
    List<Grouping> by = new ArrayList<>();
    for (int level = random.nextInt(3); level > 0; level--) {
      by.add(
          switch (random.nextInt(6)) {
            case 0, 1 -> Grouping.ofRanges(parts.number(), 0.5 + random.nextInt(3), -1, 4);
            case 2 ->
                Grouping.ofUsers("did A from %s to %s".formatted(range.from(), range.to()))
                    .with(g -> g.others(random.nextBoolean()));
            default -> Grouping.of(parts.on());
          });
    }
    request.by(by).limit(by.isEmpty() ? 3000 : 1 + random.nextInt(9));
    if (random.nextInt(3) == 0) {
      request.compare(oneOf(List.of(ComparisonOffset.DAY, ComparisonOffset.WEEK)));
    }
    InsightsRequest made = request.build();
    return made.total()
        ? made
        : switch (random.nextInt(4)) {
          case 0 -> made.with(r -> r.running(SeriesTransform.average(1 + random.nextInt(3))));
          case 1 -> made.with(r -> r.running(SeriesTransform.SUM));
          default -> made;
        };
  }

  private Metric metric() {
    Metric metric =
        switch (random.nextInt(6)) {
          case 0 -> Metric.ofEvents(parts.event(), "A", "B");
          case 1 -> Metric.of(Metric.ALL_EVENTS);
          default -> Metric.of(parts.event());
        };
    Metric made = metric.with(m -> m.where(parts.where()));
    if (random.nextBoolean()) {
      return made.with(
          m ->
              m.measure(
                  oneOf(
                      List.of(
                          Measure.TOTAL,
                          Measure.UNIQUE,
                          Measure.DAU,
                          Measure.WAU,
                          Measure.MAU,
                          Measure.CUMULATIVE_UNIQUE))));
    }
    Measure measure = oneOf(OF_NUMBERS);
    Optional<Double> percentile =
        measure == Measure.PERCENTILE
            ? Optional.of(12.5 * (1 + random.nextInt(7)))
            : Optional.empty();
    return made.with(
        m ->
            m.measure(measure)
                .property(parts.number())
                .percentile(percentile)
                .perUser(
                    random.nextInt(3) == 0
                        ? Optional.of(oneOf(List.of(PerUser.values())))
                        : Optional.empty()));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
