package dev.mixpaneldata.app.customproperties;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mixpanel's verdict on a custom property that it did not create.
 *
 * @param valid whether the property could be created
 * @param errors what is wrong with it, as Mixpanel writes it
 */
public record CustomPropertyCheck(
    Optional<Boolean> valid, List<Json> errors, @Remaining Map<String, Json> remaining) {}
