package dev.mixpaneldata.report;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One metric of an Insights report: a measure of events, the size of a cohort, or a metric saved at
 * Mixpanel.
 *
 * @param events the names of events, counted as one; {@link #ALL_EVENTS} for all
 * @param customEventId a custom event of Mixpanel, instead
 * @param cohortId a cohort of Mixpanel whose users are counted, instead
 * @param savedMetricId a metric saved at Mixpanel, instead
 * @param where a filter of the events
 * @param measure what is computed; unless given, the measure of the report
 * @param property the property that it is computed from: its name, or an expression
 * @param percentile which percentile, above 0 and below 100
 * @param perUser how each user's numbers become one before the measure is taken over users
 * @param name its name in the answer
 */
@WithBuilder
public record Metric(
    @Param(
            help = "Names of events, counted as one; $all_events for all",
            alias = "event",
            suggests = Suggested.EVENTS)
        List<String> events,
    @Param(help = "Id of a custom event, instead") Optional<Long> customEventId,
    @Param(
            help = "Id of a cohort whose users are counted, instead",
            listedBy = Reference.LIST_COHORTS)
        Optional<Long> cohortId,
    @Param(help = "Id of a saved metric, instead") Optional<Long> savedMetricId,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(help = "What to compute") Optional<Measure> measure,
    @Param(
            help = "Property that it is computed from: its name, or an expression",
            suggests = Suggested.PROPERTIES)
        Optional<String> property,
    @Param(help = "Which percentile, for the measure percentile") Optional<Double> percentile,
    @Param(help = "How each user's numbers become one") Optional<PerUser> perUser,
    @Param(help = "Its name in the answer") Optional<String> name)
    implements MetricBuilder.With {
  /** Stands for all events. */
  public static final String ALL_EVENTS = "$all_events";

  public Metric {
    events = List.copyOf(events);
    int kinds = events.isEmpty() ? 0 : 1;
    for (Optional<Long> id : List.of(customEventId, cohortId, savedMetricId)) {
      kinds += id.isPresent() ? 1 : 0;
      Checks.refuse(
          id.filter(i -> i < 1).isPresent(),
          "The id of a metric is " + id.orElse(0L) + ".",
          "Ids are positive.");
    }
    Checks.refuse(
        kinds != 1,
        "A metric has " + kinds + " of: events, custom_event_id, cohort_id, saved_metric_id.",
        "Give one of them.");
    events.forEach(event -> Checks.visible("The name of an event", event));
    name.ifPresent(n -> Checks.visible("The name of a metric", n));
    where = Expressions.where("where", where);
    Expressions.checkOn("property", property);
  }

  /**
   * Reads {@code Purchase}, {@code Purchase[properties["amount"] > 10]}, {@code unique(Purchase)},
   * {@code average(Purchase, amount)} or {@code percentile(Purchase, amount, 95)}.
   */
  public static Metric parse(String text) {
    return MetricText.read(text);
  }

  /** Counts an event. */
  public static Metric of(String event) {
    return of(EventSelector.of(event));
  }

  /** Counts the events of a selection. */
  public static Metric of(EventSelector selected) {
    return empty(List.of(selected.event())).with(m -> m.where(selected.where()));
  }

  /** Counts several events as one, so that a user who did two of them counts once. */
  public static Metric ofEvents(String... events) {
    return empty(List.of(events));
  }

  /** Takes a measure of an event. */
  public static Metric of(Measure measure, String event) {
    return of(event).with(m -> m.measure(measure));
  }

  /** Takes a measure of a property of an event. */
  public static Metric of(Measure measure, String event, String property) {
    return of(event).with(m -> m.measure(measure).property(property));
  }

  /** Counts the users of a cohort saved at Mixpanel. */
  public static Metric ofCohort(long id, String name) {
    return new Metric(
        List.of(),
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(name));
  }

  private static Metric empty(List<String> events) {
    return new Metric(
        events,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns whether it measures events, and not a cohort or a saved metric. */
  public boolean measuresEvents() {
    return cohortId.isEmpty() && savedMetricId.isEmpty();
  }

  /** Returns what it computes. */
  public Measure measureOrTotal() {
    return measure.orElse(Measure.TOTAL);
  }

  /** Returns its name in the answer: the given one, or what it computes. */
  public String title() {
    return name.orElseGet(() -> MetricText.write(this));
  }

  /** Refuses a measure that does not fit the rest. */
  void check() {
    Measure computed = measureOrTotal();
    Checks.refuse(
        computed.needsProperty() && property.isEmpty(),
        "The measure " + computed.word() + " of " + title() + " needs a property.",
        "Write " + computed.word() + "(" + subject() + ", PROPERTY).");
    Checks.refuse(
        computed.countsUsers() && property.isPresent(),
        "The measure "
            + computed.word()
            + " takes no property, and '"
            + property.orElse("")
            + "' is given.",
        "Leave the property out, or choose total, average or another measure of numbers.");
    Checks.refuse(
        (computed == Measure.PERCENTILE) != percentile.isPresent(),
        computed == Measure.PERCENTILE
            ? "The measure percentile needs a percentile."
            : "A percentile is given, and the measure is " + computed.word() + ".",
        "Give both, such as the measure percentile and the percentile 95.");
    Checks.refuse(
        percentile.filter(p -> !(p > 0 && p < 100)).isPresent(),
        "The percentile is " + percentile.orElse(0.0) + ".",
        "Choose a number above 0 and below 100.");
    Checks.refuse(
        perUser.isPresent() && property.isEmpty(),
        "per_user needs a property whose numbers each user has.",
        "Give a property, or leave per_user out.");
    Checks.refuse(
        computed == Measure.HISTOGRAM && perUser.isEmpty(),
        "The measure histogram needs per_user.",
        "Choose per_user total, average, min, max or unique_values.");
  }

  String subject() {
    return events.isEmpty()
        ? customEventId.map(id -> "$custom_event:" + id).orElse("")
        : String.join(" or ", events);
  }
}
