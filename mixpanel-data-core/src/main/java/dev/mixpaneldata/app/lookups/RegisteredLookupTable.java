package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A registered file: a lookup table or, for a large file, an upload that Mixpanel processes.
 *
 * @param id the id of the table, if it is there
 * @param uploadId the id of the upload, if Mixpanel is at work
 * @param createdAt as Mixpanel writes it
 */
public record RegisteredLookupTable(
    Optional<Long> id,
    Optional<String> uploadId,
    Optional<String> name,
    Optional<String> token,
    Optional<String> createdAt,
    @Remaining Map<String, Json> remaining) {}
