package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of an alert. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateAlert(
    @Param(help = "Id of the alert", listedBy = Reference.LIST_ALERTS) long alertId,
    @Param(help = "Name of at most 50 characters") Optional<String> name,
    @Param(help = "Saved report to watch", listedBy = Reference.LIST_BOOKMARKS)
        Optional<Long> bookmarkId,
    @Param(help = "When it fires: a JSON object") Optional<Json> condition,
    @Param(help = "Seconds between two checks: 3600, 86400 or 604800") Optional<Integer> frequency,
    @Param(help = "Whether it is not checked for now") Optional<Boolean> paused,
    @Param(help = "The recipients as a JSON list") Optional<Json> subscriptions,
    @Param(help = "When it may notify: a JSON object") Optional<Json> notificationWindows,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateAlertBuilder.With {
  public UpdateAlert {
    name.ifPresent(AlertLimits::requireShort);
  }

  /** Returns a change of nothing yet. */
  public static UpdateAlert of(long alertId) {
    return new UpdateAlert(
        alertId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
