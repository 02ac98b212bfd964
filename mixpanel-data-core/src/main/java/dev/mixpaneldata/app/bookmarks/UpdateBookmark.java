package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of a saved report. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateBookmark(
    @Param(help = "Id of the saved report", listedBy = Reference.LIST_BOOKMARKS) long bookmarkId,
    @Param(help = "New name") Optional<String> name,
    @Param(help = "New definition, a JSON object") Optional<Json> params,
    @Param(help = "New description") Optional<String> description,
    @Param(help = "Board that it belongs to from now on", listedBy = Reference.LIST_DASHBOARDS)
        Optional<Long> dashboardId,
    @Param(help = "New icon") Optional<String> icon,
    @Param(help = "Whether only its creator sees it") Optional<Boolean> isVisibilityRestricted,
    @Param(help = "Whether only its creator may change it")
        Optional<Boolean> isModificationRestricted,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateBookmarkBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateBookmark of(long bookmarkId) {
    return new UpdateBookmark(
        bookmarkId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
