package dev.mixpaneldata.app.dropfilters;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The number of drop filters that a project may have.
 *
 * @param filterLimit the maximum number
 */
public record DropFilterLimits(
    Optional<Long> filterLimit, @Remaining Map<String, Json> remaining) {}
