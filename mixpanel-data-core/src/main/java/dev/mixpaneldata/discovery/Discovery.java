package dev.mixpaneldata.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.CloseNames;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What there is in a project. Answers are kept for a while ({@link DiscoveryCache}), except the top
 * events. Each call that is not kept is one query of the project's 60 an hour. An empty project
 * gives empty lists. Thread-safe.
 */
public final class Discovery {
  /** The most event names that Mixpanel gives; it cuts a larger limit silently. */
  public static final int MAX_EVENTS = 5000;

  /** The properties of an event that are asked for; Mixpanel gives 10 if nothing is said. */
  public static final int MAX_PROPERTIES = 1000;

  private final MixpanelHttp http;
  private final DiscoveryCache cache;
  private final FunnelSteps funnelSteps;

  public Discovery(MixpanelHttp http, DiscoveryCache cache) {
    this.http = http;
    this.cache = cache;
    this.funnelSteps = new FunnelSteps(new Bookmarks(http, cache));
  }

  /** Asks Mixpanel even where an answer is kept, and keeps the new one. */
  public Discovery refreshing() {
    return new Discovery(http, cache.refreshing());
  }

  /**
   * The names of all events of the last 31 days, sorted; older ones Mixpanel does not name. At most
   * {@value #MAX_EVENTS}.
   */
  public List<String> events() {
    return cache.get(
        Discovery.class,
        "events",
        List.of(),
        () ->
            sorted(
                ask(
                    Call.get(ApiFamily.QUERY, "/events/names")
                        .parameter("type", "general")
                        .parameter("limit", MAX_EVENTS))));
  }

  /**
   * The names of an event's properties, sorted. An event that Mixpanel does not know is {@code
   * NOT_FOUND}, with names like it.
   */
  public List<String> properties(String event) {
    List<String> names =
        cache.get(
            Discovery.class,
            "properties",
            List.of(event),
            () ->
                Lenient.fields(
                        ask(
                            Call.get(ApiFamily.QUERY, "/events/properties/top")
                                .parameter("event", event)
                                .parameter("limit", MAX_PROPERTIES)))
                    .keySet()
                    .stream()
                    .sorted()
                    .toList());
    if (names.isEmpty()) {
      refuseUnknown(event);
    }
    return names;
  }

  private void refuseUnknown(String event) {
    List<String> events = events();
    if (!events.isEmpty() && !events.contains(event)) {
      List<String> close = CloseNames.of(event, events).stream().map(Visible::line).toList();
      throw MixpanelDataException.of(
          ErrorCode.NOT_FOUND,
          "There was no event '" + event + "' in the last 31 days.",
          close.isEmpty()
              ? Hint.of("{} lists the names.", Reference.LIST_EVENTS)
              : Hint.of("Did you mean " + String.join(", ", close) + "?"));
    }
  }

  /** Values that a property had, as Mixpanel orders them. */
  public List<String> propertyValues(PropertyValuesRequest request) {
    return cache.get(
        Discovery.class,
        "values",
        List.of(request),
        () ->
            Lenient.texts(
                ask(
                    Call.get(ApiFamily.QUERY, "/events/properties/values")
                        .parameter("event", request.event().orElse(null))
                        .parameter("name", request.propertyName())
                        .parameter("limit", request.limit()))));
  }

  /** The commonest events of today; never kept. */
  public List<TopEvent> topEvents(TopEventsRequest request) {
    JsonNode answer =
        ask(
            Call.get(ApiFamily.QUERY, "/events/top")
                .parameter("type", request.type().name().toLowerCase(Locale.ROOT))
                .parameter("limit", request.limit()));
    return Lenient.elements(answer.path("events")).stream()
        .map(
            e ->
                new TopEvent(
                    e.path("event").asText(),
                    Lenient.count(e.path("amount")),
                    Lenient.number(e.path("percent_change"))))
        .limit(request.limit())
        .toList();
  }

  /**
   * The saved funnels by name. How many steps each has is read from the saved reports of the app
   * API, and absent where that does not tell.
   */
  public List<FunnelInfo> funnels() {
    return cache.get(
        Discovery.class,
        "funnels",
        List.of(),
        () -> {
          JsonNode answer = ask(Call.get(ApiFamily.QUERY, "/funnels/list"));
          List<FunnelInfo> funnels =
              Lenient.elements(Lenient.unwrap(answer, "results")).stream()
                  .flatMap(f -> funnel(f).stream())
                  .toList();
          return funnels.isEmpty() ? funnels : funnelSteps.addTo(funnels);
        });
  }

  private static Optional<FunnelInfo> funnel(JsonNode node) {
    return Lenient.wholeNumber(node.path("funnel_id"))
        .map(id -> new FunnelInfo(id, node.path("name").asText(), Optional.empty()));
  }

  /** The name of a saved funnel, if the funnels have been listed and are still kept. */
  public Optional<String> knownFunnelName(long id) {
    Optional<List<FunnelInfo>> funnels = cache.known(Discovery.class, "funnels", List.of());
    return funnels.stream()
        .flatMap(List::stream)
        .filter(f -> f.funnelId() == id)
        .map(FunnelInfo::name)
        .findFirst();
  }

  /** The saved cohorts. Their size is that of the last time they were counted. */
  public List<SavedCohort> cohorts() {
    return cache.get(
        Discovery.class,
        "cohorts",
        List.of(),
        () -> {
          JsonNode answer = ask(Call.post(ApiFamily.QUERY, "/cohorts/list").idempotent());
          return Lenient.elements(Lenient.unwrap(answer, "results")).stream()
              .map(
                  c ->
                      new SavedCohort(
                          Lenient.count(c.path("id")),
                          c.path("name").asText(),
                          Lenient.count(c.path("count")),
                          Lenient.text(c.path("description")),
                          Lenient.text(c.path("created")),
                          Lenient.flag(c.path("is_visible"))))
              .toList();
        });
  }

  /** Forgets what is kept, bookmarks and schemas included; the next calls ask anew. */
  public CacheCleared refresh() {
    return new CacheCleared(cache.clear());
  }

  private JsonNode ask(Call call) {
    return Mappers.read(http.send(call).body());
  }

  private static List<String> sorted(JsonNode answer) {
    return Lenient.texts(Lenient.unwrap(answer, "results", "data")).stream()
        .sorted()
        .distinct()
        .toList();
  }
}
