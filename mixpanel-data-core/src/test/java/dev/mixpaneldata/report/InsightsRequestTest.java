package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes are found before a call, each with what is wrong and what would be right. */
class InsightsRequestTest {
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("metrics", Map.of()),
        mistake("needs a property", Map.of("metrics", "average(A)")),
        mistake("needs a property", Map.of("metrics", "A", "measure", "median")),
        mistake("needs a property", Map.of("metrics", "A", "measure", "histogram")),
        mistake(
            "histogram needs per_user",
            Map.of("metrics", "A", "measure", "histogram", "property", "x")),
        mistake("takes no property", Map.of("metrics", "unique(A, x)")),
        mistake("takes no property", Map.of("metrics", "A", "measure", "dau", "property", "x")),
        mistake("per_user needs a property", Map.of("metrics", "A", "per_user", "total")),
        mistake("needs a percentile", Map.of("metrics", "percentile(A, x)")),
        mistake("The percentile is 100.0", Map.of("metrics", "percentile(A, x, 100)")),
        mistake("A percentile is given", Map.of("metrics", "A", "percentile", 95)),
        mistake("Did you mean unique", Map.of("metrics", "uniqe(A)")),
        mistake("at least two metrics", Map.of("metrics", "A", "formulas", "A*2")),
        mistake("reads the metric C", Map.of("metrics", "A,B", "formulas", "A/C")),
        mistake("it reads no metric", Map.of("metrics", "A,B", "formulas", "1 + 2")),
        mistake("a parenthesis is not closed", Map.of("metrics", "A,B", "formulas", "(A/B")),
        mistake("rolling average of 366", Map.of("metrics", "A", "rolling", 366)),
        mistake("400 buckets", Map.of("metrics", "A", "rolling", 400)),
        mistake(
            "rolling average and a running sum",
            Map.of("metrics", "A", "rolling", 7, "cumulative", true)),
        mistake("last 0 days", Map.of("metrics", "A", "last", "0d")),
        mistake("last 3651 days", Map.of("metrics", "A", "last", "3651")),
        mistake("'soon'", Map.of("metrics", "A", "last", "soon")),
        mistake(
            "Both dates and the last days",
            Map.of(
                "metrics", "A", "last", "7", "from_date", "2026-01-01", "to_date", "2026-01-02")),
        mistake(
            "ends before it begins",
            Map.of("metrics", "A", "from_date", "2026-02-01", "to_date", "2026-01-02")),
        mistake(
            "bucket_size, min and max",
            Map.of("metrics", "A", "by", Map.of("property", "x", "bucket_size", 5))),
        mistake("bucket_size is -5", Map.of("metrics", "A", "by", grouping(-5, 0, 10))),
        mistake("bucket_size is 0", Map.of("metrics", "A", "by", grouping(0, 0, 10))),
        mistake("The ranges end at 10", Map.of("metrics", "A", "by", grouping(5, 20, 10))),
        mistake("more than 1000 ranges", Map.of("metrics", "A", "by", grouping(1, 0, 1001))),
        mistake("limit is 50001", Map.of("metrics", "A", "limit", 50001)),
        mistake("limit is 0", Map.of("metrics", "A", "limit", 0)),
        mistake("control characters", Map.of("metrics", List.of("a\u007fb"))),
        mistake("A metric has 0 of", Map.of("metrics", List.of(Map.of("event", "   ")))),
        mistake("The id of a metric is 0", Map.of("metrics", List.of(Map.of("cohort_id", 0)))),
        mistake("A metric has 2 of", Map.of("metrics", List.of(metric("A", 7)))),
        mistake("Minutes of 3 days", Map.of("metrics", "A", "unit", "minute", "last", "3d")),
        mistake("takes one of", Map.of("metrics", "A", "unit", "fortnight")),
        mistake("A total has one number", Map.of("metrics", "A", "total", true, "rolling", 3)));
  }

  private static Arguments mistake(String message, Map<String, Object> arguments) {
    return Arguments.of(message, arguments);
  }

  private static Map<String, Object> grouping(double size, double min, double max) {
    return Map.of("property", "x", "bucket_size", size, "min", min, "max", max);
  }

  private static Map<String, Object> metric(String event, int cohort) {
    Map<String, Object> metric = new HashMap<>();
    metric.put("event", event);
    metric.put("cohort_id", cohort);
    return metric;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsFoundBeforeTheCall(String message, Map<String, Object> arguments) {
    assertThatThrownBy(() -> Binder.bind(InsightsRequest.class, arguments))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessageContaining(message);
  }

  @Test
  void metricsAreRead() {
    assertThat(Metric.parse("Purchase")).isEqualTo(Metric.of("Purchase"));
    assertThat(Metric.parse("unique(Purchase[properties[\"a\"] > 1])"))
        .isEqualTo(
            Metric.of(Measure.UNIQUE, "Purchase").with(m -> m.where("properties[\"a\"] > 1")));
    assertThat(Metric.parse("percentile(Purchase, amount, 99.5)"))
        .isEqualTo(
            Metric.of(Measure.PERCENTILE, "Purchase", "amount").with(m -> m.percentile(99.5)));
    InsightsRequest bound =
        Binder.bind(
            InsightsRequest.class,
            Map.of(
                "metrics", "A, average(B, number(properties[\"x\"])), $all_events",
                "by", "plan, amount by 50 from -0.5 to 500"));
    assertThat(bound.metrics())
        .extracting(Metric::title)
        .containsExactly("A", "average(B, number(properties[\"x\"]))", "$all_events");
    assertThat(bound.by())
        .containsExactly(Grouping.of("plan"), Grouping.ofRanges("amount", 50, -0.5, 500));
  }

  @Test
  void theMeasureOfTheReportIsThatOfMetricsWithoutOne() {
    InsightsRequest request =
        InsightsRequest.of(Metric.of("A"), Metric.of(Measure.UNIQUE, "B"), Metric.ofCohort(7, "PU"))
            .with(r -> r.measure(Measure.AVERAGE).property("x").perUser(PerUser.TOTAL));
    assertThat(request.titles()).containsExactly("average(A, x)", "unique(B)", "PU");
    assertThat(request.resolvedMetrics().get(0).perUser()).contains(PerUser.TOTAL);
    assertThat(InsightsRequest.of("A", "A").titles()).containsExactly("A. A", "B. A");
  }

  @ParameterizedTest
  @CsvSource({
    "A/B*100, 40",
    "A-B-1, -7",
    "-A^2, -16",
    "(-A)^2, 16",
    "2^3^2 + A*0, 512",
    "A*-B, -40",
    ".5*A, 2",
    "A/(B-10),",
    "A+C,"
  })
  void formulasAreComputed(String formula, Double value) {
    assertThat(Formula.of(formula).value(Arrays.asList(4L, 10.0, null))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A +", "A B", "A^-B", "a+A", "A,B", "1..2*A", "AB+A", "A)", "1e5*A"})
  void whatIsNoFormulaIsRefused(String formula) {
    assertThatThrownBy(() -> Formula.of(formula))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("The formula '" + formula + "'");
  }

  @Test
  void lettersAreDigits() {
    assertThat(List.of(0, 25, 26, 27, 51, 52))
        .extracting(Formula::letters)
        .containsExactly("A", "Z", "BA", "BB", "BZ", "CA");
  }

  @Test
  void rangesHaveNames() {
    Grouping by = Grouping.ofRanges("x", 2.5, -1, 4);
    assertThat(by.ranges()).isEqualTo(2);
    assertThat(List.of(by.below(), by.range(0), by.range(1), by.above()))
        .containsExactly("< -1", "-1 - 1.5", "1.5 - 4", "≥ 4");
  }
}
