package dev.mixpaneldata.discovery;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.report.CountType;

/** A request for today's commonest events. */
@WithBuilder
public record TopEventsRequest(
    @Param(
            help =
                "What to count: events (general), users (unique), or events per user"
                    + " (average)",
            defaultValue = "general")
        CountType type,
    @Param(help = "Maximum number of events", defaultValue = "10") int limit)
    implements TopEventsRequestBuilder.With {
  public TopEventsRequest {
    if (limit < 1) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + ".", "Choose at least 1.");
    }
  }

  /** Returns a request for the 10 commonest events. */
  public static TopEventsRequest of() {
    return new TopEventsRequest(CountType.GENERAL, 10);
  }
}
