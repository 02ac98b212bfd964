package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.util.Optional;

/**
 * Asks how often the values of a numeric property lie in each range of numbers.
 *
 * @param buckets the number of ranges of values; Mixpanel no longer documents it
 */
@WithBuilder
public record NumericBucketsRequest(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Flatten DateRange range,
    @Param(
            help =
                "Numeric property: its name, or an expression such as number(properties[\"ms\"])",
            suggests = Suggested.PROPERTIES)
        String on,
    @Param(help = "Length of a bucket of time", defaultValue = "day") HourOrDay unit,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(
            help =
                "What to count: events (general), users (unique), or events per user"
                    + " (average)",
            defaultValue = "general")
        CountType type,
    @Param(help = "Number of ranges of values; chosen from the values by default")
        Optional<Integer> buckets)
    implements NumericBucketsRequestBuilder.With {
  public NumericBucketsRequest {
    Checks.named("The event's name", event);
    Expressions.checkOn("on", Optional.of(on));
    where = Expressions.where("where", where);
    Checks.refuse(
        buckets.filter(n -> n < 1 || n > 1000).isPresent(),
        "The number of ranges is " + buckets.orElse(0) + ".",
        "Choose 1 to 1000.");
  }

  /** Creates a request for the events of each day. */
  public static NumericBucketsRequest of(String event, DateRange range, String on) {
    return new NumericBucketsRequest(
        event, range, on, HourOrDay.DAY, Optional.empty(), CountType.GENERAL, Optional.empty());
  }
}
