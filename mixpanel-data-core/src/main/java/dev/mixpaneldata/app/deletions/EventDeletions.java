package dev.mixpaneldata.app.deletions;

import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;

/**
 * Requests to erase events (app API, undocumented; as Mixpanel's Python client calls it). Mixpanel
 * takes 10 of them a month, for days of the last 180, and carries them out after 7 days.
 */
public final class EventDeletions {
  private static final String ALL = "/{scope}/data-definitions/events/deletion-requests/";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public EventDeletions(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the requests of the project. */
  public List<EventDeletion> list() {
    return client.list(EventDeletion.class, Call.get(ApiFamily.APP, ALL));
  }

  /** Asks Mixpanel to erase events, and returns all requests, the new one included. */
  public List<EventDeletion> create(CreateEventDeletion request) {
    return client.changeList(
        EventDeletion.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Withdraws a request that Mixpanel has not carried out, and returns those that are left. */
  public List<EventDeletion> cancel(long id) {
    return client.changeList(
        EventDeletion.class, Call.delete(ApiFamily.APP, ALL).json(Map.of("id", id)));
  }

  /** Returns the filters of a deletion as Mixpanel understands them. Nothing is erased. */
  public List<Json> preview(EventDeletionPreviewRequest request) {
    return client
        .pages(
            Call.post(ApiFamily.APP, ALL + "preview-filters/")
                .json(BodyFields.of(request))
                .idempotent())
        .stream()
        .map(filter -> new Json(filter.toString()))
        .toList();
  }
}
