package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A saved cohort with all that the app API reports. Values that it did not report are absent.
 *
 * @param count its size when it was last counted
 * @param dataGroupId the type of its groups; absent for users
 * @param lastEdited as Mixpanel writes it
 * @param createdBy its author: an object with id, name and email, as Mixpanel gives it
 * @param referencedBy ids of the cohorts and reports that use it
 * @param lastQueried as Mixpanel writes it
 */
public record CohortDetails(
    long id,
    String name,
    Optional<String> description,
    Optional<Long> count,
    boolean isVisible,
    boolean isLocked,
    Optional<String> dataGroupId,
    Optional<String> lastEdited,
    Optional<Json> createdBy,
    List<Long> referencedBy,
    boolean verified,
    Optional<String> lastQueried,
    @Remaining Map<String, Json> remaining) {}
