package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * An alert to be tried: those it names are notified once.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record TestAlert(
    @Param(help = "Saved report to watch", listedBy = Reference.LIST_BOOKMARKS) long bookmarkId,
    @Param(help = "Name of at most 50 characters") String name,
    @Param(
            help =
                "When it fires: a JSON object such as {\"keys\": […], \"type\": \"absolute\","
                    + " \"op\": \"<\", \"value\": 100}")
        Json condition,
    @Param(help = "Seconds between two checks: 3600, 86400 or 604800") int frequency,
    @Param(
            help =
                "The recipients as a JSON list, such as [{\"type\": \"email\", \"value\": \"a@b.c\"}]")
        Optional<Json> subscriptions,
    @Param(help = Param.BODY) Optional<Json> json)
    implements TestAlertBuilder.With {
  public TestAlert {
    AlertLimits.requireShort(name);
  }

  /** Returns an alert that tells nobody yet. */
  public static TestAlert of(long bookmarkId, String name, Json condition, int frequency) {
    return new TestAlert(
        bookmarkId, name, condition, frequency, Optional.empty(), Optional.empty());
  }
}
