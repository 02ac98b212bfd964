package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A saved report with all that the app API reports.
 *
 * @param type as Mixpanel names it: insights, funnels, retention, flows, or an older name
 * @param params its definition, an object or the text of one
 * @param created as Mixpanel writes it
 * @param modified as Mixpanel writes it
 * @param canUpdateBasic whether the caller may change it; empty if Mixpanel does not say
 */
public record BookmarkDetails(
    long id,
    String name,
    Optional<String> type,
    Optional<Long> projectId,
    Optional<Long> workspaceId,
    Optional<Long> dashboardId,
    Optional<String> description,
    Optional<String> icon,
    Optional<Json> params,
    Optional<Boolean> includeInDashboard,
    Optional<Boolean> isDefault,
    Optional<Long> creatorId,
    Optional<String> creatorName,
    Optional<String> creatorEmail,
    Optional<String> created,
    Optional<String> modified,
    Optional<Boolean> canUpdateBasic,
    @Remaining Map<String, Json> remaining) {}
