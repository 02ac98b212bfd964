package dev.mixpaneldata.app.cohorts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.app.BulkEntries;
import dev.mixpaneldata.internal.json.LenientReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Saved cohorts as the web application knows them (app API, undocumented; as Mixpanel's Python
 * client calls it). A call costs no query of the hour's budget, and returns more than {@link
 * dev.mixpaneldata.discovery.Discovery#cohorts()}. Lists are kept for a while.
 */
public final class Cohorts {
  private static final String ALL = "/{scope}/cohorts";
  private static final String ONE = "/{scope}/cohorts/{}";

  /** Holds the fields that define a cohort, which Mixpanel takes beside its name. */
  private static final String DEFINITION = "definition";

  private static final BulkEntries ENTRIES = BulkEntries.of("cohorts", "id");

  private final AppClient client;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public Cohorts(MixpanelHttp http) {
    this.client = new AppClient(http);
    this.cache = http.cache();
  }

  /** Returns the cohorts that match, as Mixpanel orders them. */
  public List<CohortDetails> list(CohortListRequest request) {
    String ids = request.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
    return cache.get(
        Cohorts.class,
        "list",
        List.of(request),
        () ->
            client.list(
                CohortDetails.class,
                Call.get(ApiFamily.APP, ALL)
                    .parameter("data_group_id", request.dataGroupId().orElse(null))
                    .parameter("ids", ids.isEmpty() ? null : ids)));
  }

  /**
   * Returns a cohort.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public CohortDetails get(long id) {
    return client.read(CohortDetails.class, Call.get(ApiFamily.APP, ONE, id));
  }

  /** Creates a cohort. */
  public CohortDetails create(CreateCohort request) {
    return client.change(
        CohortDetails.class, Call.post(ApiFamily.APP, ALL).json(flat(BodyFields.of(request))));
  }

  /** Changes what the request gives of a cohort. */
  public CohortDetails update(UpdateCohort request) {
    return client.change(
        CohortDetails.class,
        Call.patch(ApiFamily.APP, ONE, request.cohortId())
            .json(flat(BodyFields.of(request, "cohort_id"))));
  }

  /** Deletes a cohort. */
  public ChangeReceipt delete(long id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Deletes several cohorts in one call. */
  public List<ChangeReceipt> delete(CohortIdsRequest request) {
    return client.deleteAll(
        request.ids(),
        Call.post(ApiFamily.APP, ALL + "/bulk-delete").json(Map.of("cohort_ids", request.ids())),
        Call.get(ApiFamily.APP, ALL));
  }

  /** Changes several cohorts in one call. */
  public List<ChangeReceipt> update(UpdateCohorts request) {
    List<Map<String, Object>> entries =
        ENTRIES.read(request.entries()).stream().map(Cohorts::flat).toList();
    return client.change(
        entries.stream().map(entry -> entry.get("id")).toList(),
        "updated",
        Call.post(ApiFamily.APP, ALL + "/bulk-update").json(Map.of("cohorts", entries)));
  }

  private static Map<String, Object> flat(Map<String, Object> body) {
    Map<String, Object> flat = new LinkedHashMap<>(body);
    if (flat.remove(DEFINITION) instanceof JsonNode definition) {
      flat.putAll(LenientReader.fields(definition));
    }
    return flat;
  }
}
