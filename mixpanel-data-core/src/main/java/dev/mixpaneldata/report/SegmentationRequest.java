package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.TimeUnit;
import java.util.Optional;

/**
 * How often an event happened over time. Each {@code with…} step gives a new request.
 *
 * @param on splits by a property's bare name or an expression; {@code limit} largest segments
 * @param interval days a bucket, from the first day on, instead of a unit
 */
public record SegmentationRequest(
    @Param(help = "Name of the event") String event,
    @Flatten DateRange range,
    @Param(
            help = "Split by this property: its name, or an expression over properties",
            alias = "segment_property")
        Optional<String> on,
    @Param(help = "Only events that this expression is true for") Optional<String> where,
    @Param(help = "Length of a bucket", defaultValue = "day") TimeUnit unit,
    @Param(help = "Days in a bucket, instead of a unit") Optional<Integer> interval,
    @Param(
            help = "What to count: events (general), users (unique), or events a user (average)",
            defaultValue = "general")
        CountType type,
    @Param(help = "Most segments to give when split; 60 by default, at most 10000")
        Optional<Integer> limit,
    @Flatten Running running) {
  /** Segments of a split report where no limit is given (Segmentation reference). */
  public static final int DEFAULT_LIMIT = 60;

  public SegmentationRequest {
    Checks.named("The event's name", event);
    Expressions.checkOn("on", on);
    Expressions.checkWhere("where", where);
    Checks.interval(interval, unit != TimeUnit.DAY);
    Checks.limit(limit);
    Checks.refuse(
        running.cumulative() && type == CountType.AVERAGE,
        "Averages cannot be added up.",
        "Ask for a rolling average, or for events or users.");
  }

  /** The events of each day. */
  public static SegmentationRequest of(String event, DateRange range) {
    return new SegmentationRequest(
        event,
        range,
        Optional.empty(),
        Optional.empty(),
        TimeUnit.DAY,
        Optional.empty(),
        CountType.GENERAL,
        Optional.empty(),
        Running.NONE);
  }

  public SegmentationRequest withOn(String property) {
    return new SegmentationRequest(
        event, range, Optional.of(property), where, unit, interval, type, limit, running);
  }

  public SegmentationRequest withWhere(String expression) {
    return new SegmentationRequest(
        event, range, on, Optional.of(expression), unit, interval, type, limit, running);
  }

  public SegmentationRequest withUnit(TimeUnit length) {
    return new SegmentationRequest(
        event, range, on, where, length, Optional.empty(), type, limit, running);
  }

  /** Buckets of so many days instead of a unit. */
  public SegmentationRequest withInterval(int days) {
    return new SegmentationRequest(
        event, range, on, where, TimeUnit.DAY, Optional.of(days), type, limit, running);
  }

  public SegmentationRequest withType(CountType counted) {
    return new SegmentationRequest(
        event, range, on, where, unit, interval, counted, limit, running);
  }

  public SegmentationRequest withLimit(int segments) {
    return new SegmentationRequest(
        event, range, on, where, unit, interval, type, Optional.of(segments), running);
  }

  /** Averages of so many buckets up to each. */
  public SegmentationRequest withRolling(int buckets) {
    return withRunning(new Running(Optional.of(buckets), false));
  }

  /** Sums up to each bucket. */
  public SegmentationRequest withCumulative() {
    return withRunning(new Running(Optional.empty(), true));
  }

  private SegmentationRequest withRunning(Running value) {
    return new SegmentationRequest(event, range, on, where, unit, interval, type, limit, value);
  }
}
