package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;

/** The number of schemas that were deleted. */
public record SchemasDeleted(long deleteCount, @Remaining Map<String, Json> remaining) {}
