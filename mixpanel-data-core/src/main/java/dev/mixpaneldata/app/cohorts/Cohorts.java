package dev.mixpaneldata.app.cohorts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Saved cohorts as the web application knows them (app API, undocumented; as Mixpanel's Python
 * client calls it). It costs none of the hour's queries, and tells more than {@link
 * dev.mixpaneldata.discovery.Discovery#cohorts()}. Lists are kept for a while.
 */
public final class Cohorts {
  private final MixpanelHttp http;
  private final DiscoveryCache cache;

  public Cohorts(MixpanelHttp http, DiscoveryCache cache) {
    this.http = http;
    this.cache = cache;
  }

  /** The cohorts that match, as Mixpanel orders them. */
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
          return Lenient.elements(items).stream().map(Cohorts::cohort).toList();
        });
  }

  /** One cohort; {@code NOT_FOUND} if there is none. */
  public CohortDetails get(long id) {
    return cohort(ask(Call.get(ApiFamily.APP, "/{scope}/cohorts/{}", id)));
  }

  private JsonNode ask(Call call) {
    return Lenient.unwrap(Mappers.read(http.send(call).body()), "results");
  }

  private static CohortDetails cohort(JsonNode node) {
    return new CohortDetails(
        Lenient.count(node.path("id")),
        node.path("name").asText(),
        Lenient.text(node.path("description")),
        Lenient.wholeNumber(node.path("count")),
        Lenient.flag(node.path("is_visible")),
        Lenient.flag(node.path("is_locked")),
        // A number or a text, and as a number beyond what doubles hold.
        Optional.of(node.path("data_group_id").asText("")).filter(id -> !id.isEmpty()),
        Lenient.text(node.path("last_edited")),
        Lenient.json(node.path("created_by")),
        Lenient.elements(node.path("referenced_by")).stream()
            .flatMap(id -> Lenient.wholeNumber(id).stream())
            .toList(),
        Lenient.flag(node.path("verified")),
        Lenient.text(node.path("last_queried")));
  }
}
