package dev.mixpaneldata.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.store.SchemaGraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The events, properties and saved objects of a project. Answers are kept for a while ({@link
 * AnswerCache}), except the top events. Each call without a kept answer is one query of the
 * project's 60 an hour. An empty project gives empty lists. Thread-safe.
 */
public final class Discovery {
  /** The most event names that Mixpanel returns; it cuts a larger limit silently. */
  public static final int MAX_EVENTS = 5000;

  /** The limit sent for the properties of an event; unless given one, Mixpanel returns 10. */
  public static final int MAX_PROPERTIES = 1000;

  private final MixpanelHttp http;
  private final AnswerCache cache;
  private final FunnelSteps funnelSteps;

  /** Makes a client over this HTTP client. */
  public Discovery(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
    this.funnelSteps = new FunnelSteps(new Bookmarks(http));
  }

  /** Returns a client that always asks Mixpanel and keeps the new answers. */
  public Discovery refreshing() {
    return new Discovery(http.refreshing());
  }

  /**
   * Returns the names of the events of the last 31 days, sorted; at most {@value #MAX_EVENTS}.
   * Mixpanel does not name older ones.
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
   * Returns the names of an event's properties, sorted.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND}, with similar names, if
   *     Mixpanel does not know the event
   */
  public List<String> properties(String event) {
    List<String> names =
        cache.get(
            Discovery.class,
            "properties",
            List.of(event),
            () ->
                LenientReader.fields(
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
      List<String> close = NameSuggestions.of(event, events).stream().map(Visible::line).toList();
      throw MixpanelDataException.of(
          ErrorCode.NOT_FOUND,
          "There was no event '" + event + "' in the last 31 days.",
          close.isEmpty()
              ? Hint.of("{} lists the names.", Reference.LIST_EVENTS)
              : Hint.of("Did you mean " + String.join(", ", close) + "?"));
    }
  }

  /** Returns values that a property had, as Mixpanel orders them. */
  public List<String> propertyValues(PropertyValuesRequest request) {
    return cache.get(
        Discovery.class,
        "values",
        List.of(request),
        () ->
            LenientReader.texts(
                ask(
                    Call.get(ApiFamily.QUERY, "/events/properties/values")
                        .parameter("event", request.event().orElse(null))
                        .parameter("name", request.propertyName())
                        .parameter("limit", request.limit()))));
  }

  /**
   * Returns the keys inside a property whose values are objects or lists of objects, the commonest
   * first, from a sample of its values; empty if none of these is an object.
   */
  public List<Subproperty> subproperties(SubpropertiesRequest request) {
    return SubpropertyReader.read(
        propertyValues(
            new PropertyValuesRequest(
                request.propertyName(), Optional.of(request.event()), request.sample())));
  }

  /** Returns which event has which property, with what the Lexicon says of them. */
  public SchemaGraph schemaGraph(SchemaGraphRequest request) {
    return new SchemaGraphs(http).graph(request);
  }

  /** Returns today's commonest events; these are never kept. */
  public List<TopEvent> topEvents(TopEventsRequest request) {
    JsonNode answer =
        ask(
            Call.get(ApiFamily.QUERY, "/events/top")
                .parameter("type", request.type().name().toLowerCase(Locale.ROOT))
                .parameter("limit", request.limit()));
    return LenientReader.elements(answer.path("events")).stream()
        .map(
            e ->
                new TopEvent(
                    e.path("event").asText(),
                    LenientReader.count(e.path("amount")),
                    LenientReader.number(e.path("percent_change"))))
        .limit(request.limit())
        .toList();
  }

  /**
   * Returns the saved funnels by name. The number of steps comes from the saved reports of the app
   * API, and is absent if these do not have it.
   */
  public List<FunnelInfo> funnels() {
    return cache.get(
        Discovery.class,
        "funnels",
        List.of(),
        () -> {
          JsonNode answer = ask(Call.get(ApiFamily.QUERY, "/funnels/list"));
          List<FunnelInfo> funnels =
              LenientReader.records(
                      LenientReader.unwrap(answer, "results"), "funnel_id", "saved funnels")
                  .stream()
                  .map(Discovery::funnel)
                  .toList();
          return funnels.isEmpty() ? funnels : funnelSteps.addTo(funnels);
        });
  }

  private static FunnelInfo funnel(JsonNode node) {
    return new FunnelInfo(
        LenientReader.count(node.path("funnel_id")), node.path("name").asText(), Optional.empty());
  }

  /** Returns the name of a saved funnel, if the funnels have been listed and are still kept. */
  public Optional<String> knownFunnelName(long id) {
    Optional<List<FunnelInfo>> funnels = cache.known(Discovery.class, "funnels", List.of());
    return funnels.stream()
        .flatMap(List::stream)
        .filter(f -> f.funnelId() == id)
        .map(FunnelInfo::name)
        .findFirst();
  }

  /** Returns the saved cohorts. Their size is that of the last count. */
  public List<SavedCohort> cohorts() {
    return cache.get(
        Discovery.class,
        "cohorts",
        List.of(),
        () -> {
          JsonNode answer = ask(Call.post(ApiFamily.QUERY, "/cohorts/list").idempotent());
          return LenientReader.records(
                  LenientReader.unwrap(answer, "results"), "id", "saved cohorts")
              .stream()
              .map(
                  c ->
                      new SavedCohort(
                          LenientReader.count(c.path("id")),
                          c.path("name").asText(),
                          LenientReader.count(c.path("count")),
                          LenientReader.text(c.path("description")),
                          LenientReader.text(c.path("created")),
                          LenientReader.flag(c.path("is_visible"))))
              .toList();
        });
  }

  /** Forgets all kept answers, bookmarks and schemas included; the next calls ask Mixpanel. */
  public CacheCleared refresh() {
    return new CacheCleared(cache.clear());
  }

  private JsonNode ask(Call call) {
    return Mappers.read(http.send(call).body());
  }

  private static List<String> sorted(JsonNode answer) {
    return LenientReader.texts(LenientReader.unwrap(answer, "results", "data")).stream()
        .sorted()
        .distinct()
        .toList();
  }
}
