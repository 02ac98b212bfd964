package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the sum or the average of a numeric property over time. A value that is not a number
 * counts as 0.
 */
@WithBuilder
public record NumericSeriesRequest(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Flatten DateRange range,
    @Param(
            help =
                "Numeric property: its name, or an expression such as number(properties[\"ms\"])",
            suggests = Suggested.PROPERTIES)
        String on,
    @Param(help = "Length of a bucket", defaultValue = "day") HourOrDay unit,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where)
    implements NumericSeriesRequestBuilder.With {
  public NumericSeriesRequest {
    Checks.named("The event's name", event);
    Expressions.checkOn("on", Optional.of(on));
    where = Expressions.where("where", where);
  }

  /** Creates a request for a number for each day. */
  public static NumericSeriesRequest of(String event, DateRange range, String on) {
    return new NumericSeriesRequest(event, range, on, HourOrDay.DAY, Optional.empty());
  }

  /** Returns the Insights report of the sum. */
  public InsightsRequest sumAsInsights() {
    return insights(Metric.of(Measure.TOTAL, event, on));
  }

  /**
   * Returns the Insights report of the average: the sum by the number of all events, as those
   * without a number count too.
   */
  public InsightsRequest averageAsInsights() {
    return insights(Metric.of(Measure.TOTAL, event, on), Metric.of(event))
        .with(r -> r.formulas(List.of(Formula.of("A/B"))));
  }

  private InsightsRequest insights(Metric... metrics) {
    return InsightsRequest.of(metrics).with(r -> r.range(range).unit(unit.unit()).where(where));
  }
}
