package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The differences between what is tracked and what is documented.
 *
 * @param violations one for each difference; empty if there is none
 * @param computedAt when Mixpanel looked, as it writes it
 */
public record DataAudit(
    List<AuditViolation> violations,
    Optional<String> computedAt,
    @Remaining Map<String, Json> remaining) {}
