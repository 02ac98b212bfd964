package dev.mixpaneldata.app.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Saved metrics and behaviors (app API, undocumented; as Mixpanel's Python package calls it).
 * Mixpanel gives all at once and slowly; lists are kept for a while.
 */
public final class Metrics {
  /** Lists of large projects take more than two minutes. */
  private static final Duration ANSWER = Duration.ofMinutes(4);

  private final MixpanelHttp http;
  private final AnswerCache cache;
  private final Kind kind;

  /** The two kinds of saved definitions. */
  private enum Kind {
    METRIC("metrics"),
    BEHAVIOR("behaviors");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  private Metrics(MixpanelHttp http, Kind kind) {
    this.http = http;
    this.cache = http.cache();
    this.kind = kind;
  }

  /** Returns the client of saved metrics. */
  public static Metrics metrics(MixpanelHttp http) {
    return new Metrics(http, Kind.METRIC);
  }

  /** Returns the client of saved behaviors: events, funnels and retention to be measured. */
  public static Metrics behaviors(MixpanelHttp http) {
    return new Metrics(http, Kind.BEHAVIOR);
  }

  /** Returns all of them, by id, also those whose numbers the account may not see. */
  public List<SavedMetric> list() {
    return cache.get(
        Metrics.class,
        kind.path,
        List.of(),
        () -> {
          Call call =
              Call.get(ApiFamily.APP, "/projects/{project}/" + kind.path).answerWithin(ANSWER);
          JsonNode all = LenientReader.unwrap(Mappers.read(http.send(call).body()), "results");
          List<JsonNode> items =
              all.isArray()
                  ? LenientReader.elements(all)
                  : List.copyOf(LenientReader.fields(all).values());
          return items.stream()
              .filter(JsonNode::isObject)
              .map(Metrics::read)
              .sorted(Comparator.comparingLong(SavedMetric::id))
              .toList();
        });
  }

  /**
   * Returns one of them, by its id or its name. Exact names come before names in other cases.
   *
   * @throws MixpanelDataException {@code NOT_FOUND}, with similar names, if there is none; {@code
   *     INVALID_ARGUMENT} if several have the name
   */
  public SavedMetric get(String reference) {
    List<SavedMetric> all = list();
    Optional<SavedMetric> byId =
        all.stream().filter(m -> Long.toString(m.id()).equals(reference.strip())).findFirst();
    return byId.orElseGet(() -> named(all, reference));
  }

  private SavedMetric named(List<SavedMetric> all, String name) {
    List<SavedMetric> exact = all.stream().filter(m -> m.name().equals(name)).toList();
    List<SavedMetric> found =
        exact.isEmpty()
            ? all.stream().filter(m -> m.name().equalsIgnoreCase(name.strip())).toList()
            : exact;
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      throw MixpanelDataException.invalidArgument(
          "Several saved " + kind.path + " have the name " + Visible.line(name) + ".",
          "Give the id of one: "
              + found.stream().map(m -> Long.toString(m.id())).collect(Collectors.joining(", "))
              + ".");
    }
    List<String> close =
        NameSuggestions.of(name, all.stream().map(SavedMetric::name).toList()).stream()
            .map(Visible::line)
            .toList();
    throw new MixpanelDataException(
        ErrorCode.NOT_FOUND,
        "There is no saved " + noun() + " '" + Visible.line(name) + "'.",
        close.isEmpty()
            ? "The project has " + all.size() + " saved " + kind.path + "."
            : "Did you mean " + String.join(", ", close) + "?");
  }

  private String noun() {
    return kind == Kind.METRIC ? "metric" : "behavior";
  }

  private static SavedMetric read(JsonNode node) {
    return new SavedMetric(
        LenientReader.count(node.path("id")),
        node.path("name").asText(),
        node.path("type").asText(),
        LenientReader.text(node.path("description")),
        LenientReader.flag(node.path("verified")),
        node.path("can_view").asBoolean(true),
        LenientReader.json(node.path("owned_by")).filter(json -> !json.text().equals("null")),
        LenientReader.json(node.path("definition")));
  }

  /** Returns the clause that measures it in a definition of an Insights report. */
  public Map<String, Object> clause(SavedMetric saved) {
    if (kind == Kind.METRIC) {
      return Map.of("type", saved.type(), "id", saved.id());
    }
    String math =
        switch (saved.type()) {
          case "funnel" -> "conversion_rate_unique";
          case "retention" -> "retention_rate";
          default -> "total";
        };
    return Map.of(
        "type",
        "metric",
        "behavior",
        Map.of("type", saved.type(), "id", saved.id()),
        "measurement",
        Map.of("math", math));
  }
}
