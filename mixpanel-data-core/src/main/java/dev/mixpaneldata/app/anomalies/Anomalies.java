package dev.mixpaneldata.app.anomalies;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.app.BulkEntries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Unusual counts of events and properties (app API, undocumented; as Mixpanel's Python client calls
 * it).
 */
public final class Anomalies {
  private static final String ALL = "/{scope}/data-definitions/data-volume-anomalies/";

  private static final BulkEntries ENTRIES =
      BulkEntries.of("anomalies", "id").renaming("anomaly_class", "anomalyClass");

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Anomalies(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the anomalies that match, as Mixpanel orders them. */
  public List<DataVolumeAnomaly> list(AnomalyListRequest request) {
    try {
      return ask(request);
    } catch (MixpanelDataException e) {
      // Mixpanel is known to fail on the status alone, so that it is looked at here.
      if (e.code() != ErrorCode.SERVER_ERROR || request.status().isEmpty()) {
        throw e;
      }
      String status = wire(request.status().get());
      return ask(request.with(r -> r.status(Optional.empty()).limit(Optional.empty()))).stream()
          .filter(anomaly -> anomaly.status().filter(status::equals).isPresent())
          .limit(request.limit().orElse(Integer.MAX_VALUE))
          .toList();
    }
  }

  private List<DataVolumeAnomaly> ask(AnomalyListRequest request) {
    return client.listIn(
        DataVolumeAnomaly.class,
        "anomalies",
        Call.get(ApiFamily.APP, ALL)
            .parameter("status", request.status().map(Anomalies::wire).orElse(null))
            .parameter("limit", request.limit().orElse(null))
            .parameter("event_id", request.eventId().orElse(null))
            .parameter("prop_id", request.propId().orElse(null))
            .parameter(
                "include_property_anomalies", request.includePropertyAnomalies().orElse(null))
            .parameter("include_metric_anomalies", request.includeMetricAnomalies().orElse(null)));
  }

  /** Sets the status of an anomaly. */
  public ChangeReceipt update(UpdateAnomaly request) {
    return client.change(
        request.id(),
        wire(request.status()),
        Call.patch(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Sets the status of several anomalies in one call. */
  public AnomalyUpdates update(UpdateAnomalies request) {
    List<Map<String, Object>> entries = ENTRIES.read(request.anomalies());
    AnomalyUpdates answer =
        client.change(
            AnomalyUpdates.class,
            Call.patch(ApiFamily.APP, ALL + "bulk/")
                .json(ENTRIES.body(request, request.anomalies())));
    boolean all = answer.updated().filter(number -> number < entries.size()).isEmpty();
    String outcome = all ? wire(request.status()) : "unconfirmed";
    return new AnomalyUpdates(
        answer.updated(),
        entries.stream()
            .map(entry -> new ChangeReceipt(String.valueOf(entry.get("id")), outcome))
            .toList(),
        answer.remaining());
  }

  private static String wire(AnomalyStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
