package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the counts of an event over time.
 *
 * @param days dates, or the last days
 * @param on splits by properties, as {@link Grouping#all} reads it; {@code limit} largest segments
 * @param interval days a bucket, from the first day on, instead of a unit
 */
@WithBuilder
public record SegmentationRequest(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Flatten ReportDays days,
    @Param(
            help = "Split by properties" + Grouping.FORMS,
            alias = "segment_property",
            suggests = Suggested.PROPERTIES)
        Optional<String> on,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(help = "Length of a bucket", defaultValue = "day") BucketUnit unit,
    @Param(help = "Days in a bucket, instead of a unit") Optional<Integer> interval,
    @Param(
            help =
                "What to count: events (general), users (unique), or events per user"
                    + " (average)",
            defaultValue = "general")
        CountType type,
    @Param(help = "Maximum number of segments when split; 60 by default, at most 10000")
        Optional<Integer> limit,
    @Flatten SeriesTransform running)
    implements SegmentationRequestBuilder.With, DatedRequest {
  /** The limit on the segments of a split report unless given (Segmentation reference). */
  public static final int DEFAULT_LIMIT = 60;

  public SegmentationRequest {
    Checks.named("The event's name", event);
    Grouping.all(on);
    where = Expressions.where("where", where);
    Checks.interval(interval, unit != BucketUnit.DAY);
    Checks.limit(limit);
    Checks.refuse(
        running.cumulative() && type == CountType.AVERAGE,
        "Averages cannot be added up.",
        "Ask for a rolling average, or for events or users.");
  }

  /** Creates a request for the events of each day. */
  public static SegmentationRequest of(String event, DateRange range) {
    return new SegmentationRequest(
        event,
        ReportDays.of(range),
        Optional.empty(),
        Optional.empty(),
        BucketUnit.DAY,
        Optional.empty(),
        CountType.GENERAL,
        Optional.empty(),
        SeriesTransform.NONE);
  }

  @Override
  public SegmentationRequest during(DateRange range) {
    return with(r -> r.days(ReportDays.of(range)));
  }

  /** Returns what it is split by, the outermost first. */
  public List<Grouping> groupings() {
    return Grouping.all(on);
  }
}
