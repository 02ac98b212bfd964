package dev.mixpaneldata.app.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Budget;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The schemas of events and profiles (Lexicon schemas reference). It lists only events and profiles
 * with a schema, not everything that Mixpanel has seen. 5 calls a minute; answers are kept for a
 * while.
 */
public final class Lexicon {
  private final MixpanelHttp http;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public Lexicon(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
  }

  /** Returns all schemas, or those of one type, sorted by type and name. */
  public List<LexiconSchema> schemas(Optional<EntityType> type) {
    return cache.get(
        Lexicon.class,
        "schemas",
        List.of(type),
        () ->
            SchemaReader.list(
                ask(
                    type.map(
                            t -> Call.get(ApiFamily.APP, "/projects/{project}/schemas/{}", wire(t)))
                        .orElseGet(() -> Call.get(ApiFamily.APP, "/projects/{project}/schemas"))),
                type.map(Lexicon::wire)));
  }

  /**
   * Returns a schema.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if the event has none
   */
  public LexiconSchema schema(EntityType type, String name) {
    return cache.get(
        Lexicon.class,
        "schema",
        List.of(type, name),
        () ->
            SchemaReader.one(
                ask(Call.get(ApiFamily.APP, "/projects/{project}/schemas/{}/{}", wire(type), name)),
                wire(type),
                name));
  }

  private JsonNode ask(Call call) {
    String answer = http.send(call.budget(Budget.LEXICON)).body();
    return LenientReader.unwrap(Mappers.read(answer), "results");
  }

  private static String wire(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
