package dev.mixpaneldata.app.lexicon;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The content of a schema; its properties by name. */
public record LexiconDefinition(
    Optional<String> description,
    Map<String, LexiconProperty> properties,
    Optional<LexiconMetadata> metadata) {
  public LexiconDefinition {
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
  }
}
