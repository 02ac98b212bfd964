package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new saved report.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateBookmark(
    @Param(help = "Name of the report") String name,
    @Param(help = "Type of the report", wireName = "type") BookmarkType bookmarkType,
    @Param(help = "Definition of the report, a JSON object") Json params,
    @Param(help = "Its description") Optional<String> description,
    @Param(help = "Board that it belongs to", listedBy = Reference.LIST_DASHBOARDS)
        Optional<Long> dashboardId,
    @Param(help = "Its icon") Optional<String> icon,
    @Param(help = "Whether only its creator sees it") Optional<Boolean> isVisibilityRestricted,
    @Param(help = "Whether only its creator may change it")
        Optional<Boolean> isModificationRestricted,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateBookmarkBuilder.With {
  /** Returns a report with a definition. */
  public static CreateBookmark of(String name, BookmarkType bookmarkType, Json params) {
    return new CreateBookmark(
        name,
        bookmarkType,
        params,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
