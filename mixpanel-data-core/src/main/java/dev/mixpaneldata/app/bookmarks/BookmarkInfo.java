package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A saved report as the app API describes it.
 *
 * @param type as Mixpanel names it: one of {@link BookmarkType}, or an older name
 * @param created when it was saved, as Mixpanel writes it
 * @param modified when it was changed last, as Mixpanel writes it
 * @param params its definition
 */
public record BookmarkInfo(
    long id,
    String name,
    String type,
    Optional<Long> projectId,
    Optional<String> created,
    Optional<String> modified,
    Optional<Long> workspaceId,
    Optional<Long> dashboardId,
    Optional<String> description,
    Optional<Long> creatorId,
    Optional<String> creatorName,
    @Hidden Optional<Json> params) {}
