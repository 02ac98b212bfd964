package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.Optional;

/**
 * Asks for the numbers of a saved metric or behavior.
 *
 * @param reference its id or its name
 * @param range the days; the last {@value #DEFAULT_DAYS} of the project's clock unless given
 * @param unit the length of a bucket
 * @param on a property of events to split by
 * @param limit the most segments
 */
@WithBuilder
public record MetricReportRequest(
    @Param(help = "Its id or its name") String reference,
    @Flatten Optional<DateRange> range,
    @Param(help = "Length of a bucket", defaultValue = "day") BucketUnit unit,
    @Param(help = "Name of an event property to split by") Optional<String> on,
    @Param(help = "Most segments to give", defaultValue = "3000") int limit)
    implements MetricReportRequestBuilder.With {
  /** The number of days that are covered unless given; today is the last. */
  public static final int DEFAULT_DAYS = 30;

  private static final int DEFAULT_LIMIT = 3000;
  private static final int MAX_LIMIT = 50_000;

  public MetricReportRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + ".", "Choose 1 to " + MAX_LIMIT + ".");
    }
  }

  /** Creates a request for the last days. */
  public static MetricReportRequest of(String reference) {
    return new MetricReportRequest(
        reference, Optional.empty(), BucketUnit.DAY, Optional.empty(), DEFAULT_LIMIT);
  }
}
