package dev.mixpaneldata.app.deletions;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request for what Mixpanel makes of the filters of a deletion.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record EventDeletionPreviewRequest(
    @Param(help = "Name of the event", listedBy = Reference.LIST_EVENTS, wireName = "eventName")
        String eventName,
    @Param(help = "First day, inclusive, yyyy-mm-dd", wireName = "fromDate") LocalDate fromDate,
    @Param(help = "Last day, inclusive, yyyy-mm-dd", wireName = "toDate") LocalDate toDate,
    @Param(help = "Conditions on properties, a JSON object; all events unless given")
        Optional<Json> filters,
    @Param(help = Param.BODY) Optional<Json> json)
    implements EventDeletionPreviewRequestBuilder.With {
  public EventDeletionPreviewRequest {
    DeletionDays.requireInOrder(fromDate, toDate);
  }

  /** Returns a request without filters. */
  public static EventDeletionPreviewRequest of(
      String eventName, LocalDate fromDate, LocalDate toDate) {
    return new EventDeletionPreviewRequest(
        eventName, fromDate, toDate, Optional.empty(), Optional.empty());
  }
}
