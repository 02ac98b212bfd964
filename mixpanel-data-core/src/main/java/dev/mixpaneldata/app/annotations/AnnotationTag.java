package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/** A label of annotations. */
public record AnnotationTag(
    long id,
    String name,
    Optional<Long> projectId,
    Optional<Boolean> hasAnnotations,
    @Remaining Map<String, Json> remaining) {}
