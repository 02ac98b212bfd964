package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * How far Mixpanel is with an upload.
 *
 * @param uploadStatus {@code SUCCESS}, {@code FAILURE}, {@code REVOKED}, {@code NOTFOUND}, or
 *     another word while it is at work
 * @param result the lookup table, once there is one
 */
public record LookupUploadStatus(
    Optional<String> uploadStatus, Optional<Json> result, @Remaining Map<String, Json> remaining) {}
