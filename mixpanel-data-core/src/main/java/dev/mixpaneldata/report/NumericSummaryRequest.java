package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;

/**
 * Asks for statistics of the numbers of a property. Values that are not numbers are left out.
 *
 * @param percentiles the percentiles to compute, 1 to 99; unless given, 25, 50, 75, 90, 95 and 99
 */
@WithBuilder
public record NumericSummaryRequest(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Param(help = "Name of the numeric property", suggests = Suggested.PROPERTIES)
        String propertyName,
    @Flatten DateRange range,
    @Param(help = "Percentiles to give, each 1 to 99", defaultValue = "25,50,75,90,95,99")
        List<Integer> percentiles)
    implements NumericSummaryRequestBuilder.With {
  private static final List<Integer> DEFAULT_PERCENTILES = List.of(25, 50, 75, 90, 95, 99);

  public NumericSummaryRequest {
    Checks.named("The event's name", event);
    Checks.named("The property's name", propertyName);
    percentiles = percentiles.isEmpty() ? DEFAULT_PERCENTILES : sorted(percentiles);
  }

  private static List<Integer> sorted(List<Integer> percentiles) {
    percentiles.forEach(
        p ->
            Checks.refuse(p < 1 || p > 99, "There is no percentile " + p + ".", "Choose 1 to 99."));
    return percentiles.stream().distinct().sorted().toList();
  }

  /** Creates a request with the usual percentiles. */
  public static NumericSummaryRequest of(String event, String propertyName, DateRange range) {
    return new NumericSummaryRequest(event, propertyName, range, DEFAULT_PERCENTILES);
  }
}
