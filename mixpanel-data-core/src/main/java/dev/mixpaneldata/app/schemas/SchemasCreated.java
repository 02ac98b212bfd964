package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;

/**
 * The outcome of registering several schemas.
 *
 * @param added the number of schemas that are new or replaced
 * @param deleted the number of schemas that were deleted first
 */
public record SchemasCreated(long added, long deleted, @Remaining Map<String, Json> remaining) {}
