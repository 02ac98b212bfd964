package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a change for one of several schemas.
 *
 * @param status {@code ok} or {@code error}
 * @param error why it was not changed; empty if it was
 */
public record SchemaOutcome(
    Optional<String> entityType,
    String name,
    String status,
    Optional<String> error,
    @Remaining Map<String, Json> remaining) {}
