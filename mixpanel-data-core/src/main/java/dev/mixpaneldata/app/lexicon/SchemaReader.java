package dev.mixpaneldata.app.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.json.LenientReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads schemas, whether bare or with {@code entityType}, {@code name} and {@code schemaJson}. */
final class SchemaReader {
  private static final String METADATA = "com.mixpanel";

  private SchemaReader() {}

  static List<LexiconSchema> list(JsonNode results, Optional<String> type) {
    return LenientReader.elements(results).stream()
        .map(
            entry ->
                schema(
                    entry, type.orElse("event"), LenientReader.text(entry.path("name")).orElse("")))
        .sorted(Comparator.comparing(LexiconSchema::entityType).thenComparing(LexiconSchema::name))
        .toList();
  }

  /** Reads one schema. The documented answer is the schema alone; a list of entries is read too. */
  static LexiconSchema one(JsonNode results, String type, String name) {
    if (!results.isArray()) {
      return schema(results, type, name);
    }
    return list(results, Optional.of(type)).stream()
        .filter(schema -> schema.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                MixpanelDataException.of(
                    ErrorCode.NOT_FOUND,
                    "The " + type + " '" + name + "' has no schema.",
                    Hint.of("{} lists those that have one.", Reference.LEXICON_SCHEMAS)));
  }

  private static LexiconSchema schema(JsonNode entry, String type, String name) {
    return new LexiconSchema(
        LenientReader.text(entry.path("entityType")).orElse(type),
        LenientReader.text(entry.path("name")).orElse(name),
        definition(entry.has("schemaJson") ? entry.path("schemaJson") : entry));
  }

  private static LexiconDefinition definition(JsonNode schema) {
    Map<String, LexiconProperty> properties = new TreeMap<>();
    LenientReader.fields(schema.path("properties"))
        .forEach((name, property) -> properties.put(name, property(property)));
    return new LexiconDefinition(
        LenientReader.text(schema.path("description")), properties, metadata(schema));
  }

  private static LexiconProperty property(JsonNode property) {
    return new LexiconProperty(
        LenientReader.text(property.path("type")),
        LenientReader.text(property.path("description")),
        metadata(property));
  }

  private static Optional<LexiconMetadata> metadata(JsonNode node) {
    JsonNode metadata = node.path("metadata").path(METADATA);
    if (!metadata.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new LexiconMetadata(
            LenientReader.text(metadata.path("$source")),
            LenientReader.text(metadata.path("displayName")),
            LenientReader.texts(metadata.path("tags")),
            LenientReader.flag(metadata.path("hidden")),
            LenientReader.flag(metadata.path("dropped")),
            LenientReader.texts(metadata.path("contacts")),
            LenientReader.texts(metadata.path("teamContacts"))));
  }
}
