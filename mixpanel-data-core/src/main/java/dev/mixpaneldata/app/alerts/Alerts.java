package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.answer.HistoryPage;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;

/** Alerts on saved reports (app API, undocumented; as Mixpanel's Python client calls it). */
public final class Alerts {
  private static final String ALL = "/{scope}/alerts/custom/";
  private static final String ONE = ALL + "{}/";

  /** No source shows this field; those of other families are named in the same way. */
  private static final String IDS = "alert_ids";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Alerts(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the alerts that match, as Mixpanel orders them. */
  public List<Alert> list(AlertListRequest request) {
    return client.list(
        Alert.class,
        Call.get(ApiFamily.APP, ALL)
            .parameter("bookmark_id", request.bookmarkId().orElse(null))
            .parameter("skip_user_filter", request.skipUserFilter() ? "true" : null));
  }

  /**
   * Returns an alert.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public Alert get(long id) {
    return client.read(Alert.class, Call.get(ApiFamily.APP, ONE, id));
  }

  /** Creates an alert. */
  public Alert create(CreateAlert request) {
    return client.change(Alert.class, Call.post(ApiFamily.APP, ALL).json(body(request)));
  }

  /** Changes what the request gives of an alert. */
  public Alert update(UpdateAlert request) {
    return client.change(
        Alert.class,
        Call.patch(ApiFamily.APP, ONE, request.alertId()).json(BodyFields.of(request, "alert_id")));
  }

  /** Deletes an alert. */
  public ChangeReceipt delete(long id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Deletes several alerts in one call. */
  public List<ChangeReceipt> delete(AlertIdsRequest request) {
    return client.deleteAll(
        request.ids(),
        Call.post(ApiFamily.APP, ALL + "bulk-delete/").json(Map.of(IDS, request.ids())),
        Call.get(ApiFamily.APP, ALL));
  }

  /** Returns the number of alerts, and how many there may be. */
  public AlertCount count(AlertCountRequest request) {
    return client.read(
        AlertCount.class,
        Call.get(ApiFamily.APP, ALL + "alert-count/")
            .parameter("type", request.type().orElse(null)));
  }

  /** Returns a page of the times at which an alert fired. */
  public HistoryPage history(AlertHistoryRequest request) {
    return client.history(
        Call.get(ApiFamily.APP, ONE + "history/", request.alertId())
            .parameter("page_size", request.pageSize().orElse(null))
            .parameter("next_cursor", request.cursor().orElse(null)));
  }

  /** Notifies those whom an alert names, as if it had fired. Returns Mixpanel's answer. */
  public Json test(TestAlert request) {
    return client.changeRaw(Call.post(ApiFamily.APP, ALL + "test/").json(body(request)));
  }

  /** Returns the address of the picture of an alert. */
  public AlertScreenshot screenshot(String key) {
    return client.read(
        AlertScreenshot.class,
        Call.get(ApiFamily.APP, ALL + "screenshot/").parameter("gcs_key", key));
  }

  /** Returns whether alerts fit a changed report. Nothing is changed. */
  public AlertValidation validate(AlertValidationRequest request) {
    return client.read(
        AlertValidation.class,
        Call.post(ApiFamily.APP, ALL + "validate-alerts-for-bookmark/")
            .json(BodyFields.of(request))
            .reading());
  }

  /** Returns a body with the fields that Mixpanel demands, also where they say nothing. */
  private static Map<String, Object> body(Record request) {
    Map<String, Object> body = BodyFields.of(request);
    body.putIfAbsent("paused", false);
    body.putIfAbsent("subscriptions", List.of());
    return body;
  }
}
