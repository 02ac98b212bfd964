package dev.mixpaneldata.app.cohorts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Saved cohorts as the web application knows them (app API, undocumented; as Mixpanel's Python
 * client calls it). A call costs no query of the hour's budget, and returns more than {@link
 * dev.mixpaneldata.discovery.Discovery#cohorts()}. Lists are kept for a while.
 */
public final class Cohorts {
  private final MixpanelHttp http;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public Cohorts(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
  }

  /** Returns the cohorts that match, as Mixpanel orders them. */
  public List<CohortDetails> list(CohortListRequest request) {
    String ids = request.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
    return cache.get(
        Cohorts.class,
        "list",
        List.of(request),
        () -> {
          JsonNode items =
              ask(
                  Call.get(ApiFamily.APP, "/{scope}/cohorts")
                      .parameter("data_group_id", request.dataGroupId().orElse(null))
                      .parameter("ids", ids.isEmpty() ? null : ids));
          return LenientReader.records(items, "id", "saved cohorts").stream()
              .map(Cohorts::cohort)
              .toList();
        });
  }

  /**
   * Returns a cohort.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public CohortDetails get(long id) {
    JsonNode answer = ask(Call.get(ApiFamily.APP, "/{scope}/cohorts/{}", id));
    return cohort(LenientReader.record(answer, "cohort " + id));
  }

  private JsonNode ask(Call call) {
    return LenientReader.unwrap(Mappers.read(http.send(call).body()), "results");
  }

  private static CohortDetails cohort(JsonNode node) {
    return new CohortDetails(
        LenientReader.count(node.path("id")),
        node.path("name").asText(),
        LenientReader.text(node.path("description")),
        LenientReader.wholeNumber(node.path("count")),
        LenientReader.flag(node.path("is_visible")),
        LenientReader.flag(node.path("is_locked")),
        // The id is a number or a text; as a number it may exceed what a double holds exactly.
        Optional.of(node.path("data_group_id").asText("")).filter(id -> !id.isEmpty()),
        LenientReader.text(node.path("last_edited")),
        LenientReader.json(node.path("created_by")),
        LenientReader.elements(node.path("referenced_by")).stream()
            .flatMap(id -> LenientReader.wholeNumber(id).stream())
            .toList(),
        LenientReader.flag(node.path("verified")),
        LenientReader.text(node.path("last_queried")));
  }
}
