package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A board. What Mixpanel tells beyond these fields, such as layout and contents, remains.
 *
 * @param pinnedDate when it was pinned, as Mixpanel writes it; empty if it is not
 * @param created as Mixpanel writes it
 * @param modified as Mixpanel writes it
 * @param canUpdateBasic whether the caller may change it; empty if Mixpanel does not say
 */
public record Dashboard(
    long id,
    Optional<String> title,
    Optional<String> description,
    boolean isPrivate,
    boolean isRestricted,
    boolean isFavorited,
    Optional<String> pinnedDate,
    Optional<Long> creatorId,
    Optional<String> creatorName,
    Optional<String> creatorEmail,
    Optional<String> created,
    Optional<String> modified,
    Optional<Long> uniqueViewCount,
    Optional<Long> totalViewCount,
    Optional<Boolean> canUpdateBasic,
    @Remaining Map<String, Json> remaining) {}
