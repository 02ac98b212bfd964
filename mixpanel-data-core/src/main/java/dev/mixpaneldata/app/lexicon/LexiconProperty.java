package dev.mixpaneldata.app.lexicon;

import java.util.Optional;

/**
 * A property of a schema.
 *
 * @param type as in JSON Schema: {@code string}, {@code number}, {@code array}, …
 */
public record LexiconProperty(
    Optional<String> type, Optional<String> description, Optional<LexiconMetadata> metadata) {}
