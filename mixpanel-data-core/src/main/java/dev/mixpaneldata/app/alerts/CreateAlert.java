package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new alert.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateAlert(
    @Param(help = "Saved report to watch", listedBy = Reference.LIST_BOOKMARKS) long bookmarkId,
    @Param(help = "Name of at most 50 characters") String name,
    @Param(
            help =
                "When it fires: a JSON object such as {\"keys\": […], \"type\": \"absolute\","
                    + " \"op\": \"<\", \"value\": 100}")
        Json condition,
    @Param(help = "Seconds between two checks: 3600, 86400 or 604800") int frequency,
    @Param(help = "Whether it is not checked for now") Optional<Boolean> paused,
    @Param(
            help =
                "The recipients as a JSON list, such as [{\"type\": \"email\", \"value\": \"a@b.c\"}]")
        Optional<Json> subscriptions,
    @Param(help = "When it may notify: a JSON object") Optional<Json> notificationWindows,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateAlertBuilder.With {
  public CreateAlert {
    AlertLimits.requireShort(name);
  }

  /** Returns an alert that tells nobody yet. */
  public static CreateAlert of(long bookmarkId, String name, Json condition, int frequency) {
    return new CreateAlert(
        bookmarkId,
        name,
        condition,
        frequency,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
