package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A note on the timeline of a project.
 *
 * @param date its time in the project's time zone, as Mixpanel writes it
 * @param user its author: an object with id, first_name and last_name
 */
public record Annotation(
    long id,
    Optional<Long> projectId,
    Optional<String> date,
    Optional<String> description,
    Optional<Json> user,
    List<AnnotationTag> tags,
    @Remaining Map<String, Json> remaining) {}
