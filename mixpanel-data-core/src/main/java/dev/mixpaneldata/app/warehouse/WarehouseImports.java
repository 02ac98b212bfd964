package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports from a data warehouse (warehouse connectors reference). */
public final class WarehouseImports {
  private static final String ALL = "/projects/{project}/warehouse-sources/imports";
  private static final String ONE = ALL + "/{}";
  private static final String RUN_EVERY = "run_every";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public WarehouseImports(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the imports of the project. */
  public List<WarehouseImport> list() {
    return client.list(WarehouseImport.class, Call.get(ApiFamily.APP, ALL));
  }

  /**
   * Returns an import.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public WarehouseImport get(long id) {
    return client.read(WarehouseImport.class, Call.get(ApiFamily.APP, ONE, id));
  }

  /** Creates an import. */
  public WarehouseImport create(CreateWarehouseImport request) {
    return client.change(
        WarehouseImport.class,
        Call.post(ApiFamily.APP, ONE, request.importType().path())
            .json(body(BodyFields.of(request), request.runEvery())));
  }

  /** Pauses or resumes an import, and sets how often it runs. */
  public WarehouseImport update(UpdateWarehouseImport request) {
    return client.change(
        WarehouseImport.class,
        Call.patch(ApiFamily.APP, ONE, request.importId())
            .json(body(BodyFields.of(request, "import_id"), Optional.of(request.runEvery()))));
  }

  /** Deletes an import and, if it is asked to, the imported events. */
  public ChangeReceipt delete(DeleteWarehouseImport request) {
    return client.change(
        request.importId(),
        "deleted",
        Call.delete(ApiFamily.APP, ONE, request.importId())
            .json(Map.of("delete_data", request.deleteData())));
  }

  /** Starts a run of an import. */
  public StartedRun sync(long id) {
    return client.change(
        StartedRun.class,
        Call.put(ApiFamily.APP, ONE + "/manual-sync", id).json(Map.of()).notIdempotent());
  }

  /** Returns the latest runs of an import. */
  public WarehouseHistory history(long id) {
    return client.read(WarehouseHistory.class, Call.get(ApiFamily.APP, ONE + "/history", id));
  }

  private static Map<String, Object> body(
      Map<String, Object> body, Optional<SyncFrequency> runEvery) {
    body.remove(SyncFrequency.PARAMETER);
    runEvery.ifPresent(every -> body.put(RUN_EVERY, every.nanoseconds()));
    return body;
  }
}
