package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/** An experiment in the form of the results framework. */
public record ExperimentResult(
    Optional<String> id, Optional<String> name, @Remaining Map<String, Json> remaining) {}
