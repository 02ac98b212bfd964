package dev.mixpaneldata.app.dropfilters;

import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;
import java.util.Map;

/**
 * Drop filters (app API, undocumented; as Mixpanel's Python client calls it). Mixpanel answers each
 * change with all filters of the project.
 */
public final class DropFilters {
  private static final String ALL = "/{scope}/data-definitions/events/drop-filters/";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public DropFilters(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the filters of the project. */
  public List<DropFilter> list() {
    return client.list(DropFilter.class, Call.get(ApiFamily.APP, ALL));
  }

  /** Creates a filter, and returns all filters. */
  public List<DropFilter> create(CreateDropFilter request) {
    return client.changeList(
        DropFilter.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Changes what the request gives of a filter, and returns all filters. */
  public List<DropFilter> update(UpdateDropFilter request) {
    return client.changeList(
        DropFilter.class, Call.patch(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Deletes a filter, and returns those that remain. */
  public List<DropFilter> delete(long id) {
    return client.changeList(
        DropFilter.class, Call.delete(ApiFamily.APP, ALL).json(Map.of("id", id)));
  }

  /** Returns how many filters the project may have. */
  public DropFilterLimits limits() {
    return client.read(DropFilterLimits.class, Call.get(ApiFamily.APP, ALL + "limits/"));
  }
}
