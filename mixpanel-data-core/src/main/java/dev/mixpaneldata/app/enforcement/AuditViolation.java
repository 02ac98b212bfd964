package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A difference between what is tracked and what is documented.
 *
 * @param violation its kind: Unexpected Event, Missing Property, …
 * @param name the event or the property
 * @param event the event of a property
 * @param count the number of occurrences
 * @param sensitive whether the property holds personal data
 * @param propertyTypeError which type was found in place of which
 */
public record AuditViolation(
    String violation,
    Optional<String> name,
    Optional<String> event,
    Optional<Long> count,
    Optional<String> platform,
    Optional<String> version,
    Optional<Boolean> sensitive,
    Optional<String> propertyTypeError,
    @Remaining Map<String, Json> remaining) {}
