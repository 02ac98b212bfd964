package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks for metrics over time, as Mixpanel's Insights reports do.
 *
 * @param metrics what is counted; the first is {@code A} in formulas
 * @param measure what is computed of metrics that name no measure
 * @param property the property that it is computed from
 * @param percentile which percentile, for the measure percentile
 * @param perUser how each user's numbers become one before the measure is taken over users
 * @param formulas formulas over the metrics, which are shown instead of them
 * @param range the days, both inclusive, in the project's time zone
 * @param last the last days, weeks or months instead; unless either is given, the last 30 days.
 *     Mixpanel ends them today; a local table ends them with the last day it was fetched for
 * @param total one number for the whole range instead of one for each bucket
 * @param by what each metric is split by, the outermost first
 * @param running a change of each series after it was computed; a rolling average has a value from
 *     the first full window on
 * @param compare compares with the same days so much earlier
 * @param limit the most segments of each metric
 */
@WithBuilder
public record InsightsRequest(
    @Param(
            help =
                "What to count, such as Purchase, Purchase[properties[\"amount\"] > 10],"
                    + " unique(Purchase), average(Purchase, amount), $all_events, or {\"events\": …,"
                    + " \"custom_event_id\": …, \"cohort_id\": …, \"saved_metric_id\": …}",
            required = true,
            suggests = Suggested.EVENTS)
        List<Metric> metrics,
    @Param(
            help =
                "What to compute of metrics that name no measure; total is the sum of a property",
            defaultValue = "total")
        Measure measure,
    @Param(
            help = "Property that measures of numbers are computed from",
            suggests = Suggested.PROPERTIES)
        Optional<String> property,
    @Param(help = "Which percentile, for the measure percentile") Optional<Double> percentile,
    @Param(help = "Make one number of each user's, and take the measure over users")
        Optional<PerUser> perUser,
    @Param(help = "Formulas over metrics A, B, … to show instead, such as Rate = A/B*100")
        List<Formula> formulas,
    @Flatten Optional<DateRange> range,
    @Param(help = "The last days, weeks or months instead of dates: 30d (the default), 12w, 6m")
        Optional<TimeSpan> last,
    @Param(help = "Length of a bucket", defaultValue = "day") BucketUnit unit,
    @Param(help = "One number for the whole range instead of one for each bucket") boolean total,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(
            help =
                "Split by these: a property, an expression, amount by 50 from 0 to 500,"
                    + " {\"cohort\": \"did Search at least 3 times in the last 30 days\"} or"
                    + " {\"cohort_id\": …}",
            alias = "on",
            suggests = Suggested.PROPERTIES)
        List<Grouping> by,
    @Flatten SeriesTransform running,
    @Param(help = "Compare with the same days so much earlier") Optional<ComparisonOffset> compare,
    @Param(help = "Most segments of each metric", defaultValue = "3000") int limit)
    implements InsightsRequestBuilder.With {
  /** The time of a report that names none. */
  public static final TimeSpan DEFAULT_LAST = TimeSpan.parse("30d");

  private static final int DEFAULT_LIMIT = 3000;

  /** The most segments that Mixpanel gives of a metric. */
  static final int MAX_LIMIT = 50_000;

  private static final int MOST_ROLLING = 365;
  private static final int MINUTE_DAYS = 2;

  public InsightsRequest {
    metrics = List.copyOf(metrics);
    formulas = List.copyOf(formulas);
    by = List.copyOf(by);
    Checks.refuse(metrics.isEmpty(), "No metrics are given.", "Give at least one event.");
    Checks.refuse(
        range.isPresent() && last.isPresent(),
        "Both dates and the last days are given.",
        "Give one of them.");
    Checks.refuse(
        limit < 1 || limit > MAX_LIMIT,
        "The limit is " + limit + " segments.",
        "Choose 1 to " + MAX_LIMIT + ".");
    Checks.refuse(
        running.rolling().filter(n -> n > MOST_ROLLING).isPresent(),
        "A rolling average of " + running.rolling().orElse(0) + " buckets is asked for.",
        "Choose 1 to " + MOST_ROLLING + ".");
    Checks.refuse(
        total && !running.equals(SeriesTransform.NONE),
        "A total has one number, which cannot be averaged or added up over buckets.",
        "Leave out total, or the rolling average or running sum.");
    long days = range.map(DateRange::days).orElse((long) last.orElse(DEFAULT_LAST).length());
    Checks.refuse(
        unit == BucketUnit.MINUTE && !total && days > MINUTE_DAYS,
        "Minutes of " + days + " days are asked for.",
        "Choose at most " + MINUTE_DAYS + " days, or a longer unit.");
    where = Expressions.where("where", where);
    int formulaMetrics = metrics.size();
    for (Formula formula : formulas) {
      Checks.refuse(
          formulaMetrics < 2,
          "A formula joins at least two metrics, and one is given.",
          "Add a metric.");
      formula
          .operands()
          .forEach(
              place ->
                  Checks.refuse(
                      place >= formulaMetrics,
                      "The formula '"
                          + formula.definition()
                          + "' reads the metric "
                          + Formula.letters(place)
                          + ".",
                      "The metrics are A to " + Formula.letters(formulaMetrics - 1) + "."));
    }
    List<Metric> resolved = resolve(metrics, measure, property, percentile, perUser);
    resolved.stream().filter(Metric::measuresEvents).forEach(Metric::check);
    Checks.refuse(
        perUser.isPresent() && resolved.stream().allMatch(m -> m.perUser().isEmpty()),
        "per_user needs a property whose numbers each user has.",
        "Give a property, or leave per_user out.");
  }

  /** Creates a request for these metrics by day, over the last 30 days. */
  public static InsightsRequest of(Metric... metrics) {
    return of(List.of(metrics));
  }

  /** Creates a request for the counts of these events by day, over the last 30 days. */
  public static InsightsRequest of(String... events) {
    return of(Arrays.stream(events).map(Metric::of).toList());
  }

  private static InsightsRequest of(List<Metric> metrics) {
    return new InsightsRequest(
        metrics,
        Measure.TOTAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        BucketUnit.DAY,
        false,
        Optional.empty(),
        List.of(),
        SeriesTransform.NONE,
        Optional.empty(),
        DEFAULT_LIMIT);
  }

  /** Returns the metrics with the measure and property of the report where they name none. */
  public List<Metric> resolvedMetrics() {
    return resolve(metrics, measure, property, percentile, perUser);
  }

  private static List<Metric> resolve(
      List<Metric> metrics,
      Measure measure,
      Optional<String> property,
      Optional<Double> percentile,
      Optional<PerUser> perUser) {
    return metrics.stream()
        .map(
            metric ->
                !metric.measuresEvents()
                    ? metric
                    : metric.measure().isPresent()
                        ? completed(metric, property, percentile, perUser)
                        : metric.with(
                            m ->
                                m.measure(measure)
                                    .property(metric.property().or(() -> property))
                                    .percentile(metric.percentile().or(() -> percentile))
                                    .perUser(metric.perUser().or(() -> perUser))))
        .toList();
  }

  /** Returns a metric with a measure of its own, and what that lacks. */
  private static Metric completed(
      Metric metric,
      Optional<String> property,
      Optional<Double> percentile,
      Optional<PerUser> perUser) {
    boolean ofProperty = metric.property().isPresent() || metric.measureOrTotal().needsProperty();
    boolean ofPercentile = metric.measureOrTotal() == Measure.PERCENTILE;
    return metric.with(
        m ->
            m.property(metric.property().or(() -> ofProperty ? property : Optional.empty()))
                .percentile(
                    metric.percentile().or(() -> ofPercentile ? percentile : Optional.empty()))
                .perUser(metric.perUser().or(() -> ofProperty ? perUser : Optional.empty())));
  }

  /** Returns the names of the series, each once: those of the formulas if there are any. */
  public List<String> titles() {
    return distinct(
        formulas.isEmpty()
            ? resolvedMetrics().stream().map(Metric::title).toList()
            : formulas.stream().map(Formula::title).toList());
  }

  private static List<String> distinct(List<String> titles) {
    if (titles.stream().distinct().count() == titles.size()) {
      return titles;
    }
    List<String> lettered = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      lettered.add(Formula.letters(i) + ". " + titles.get(i));
    }
    return List.copyOf(lettered);
  }
}
