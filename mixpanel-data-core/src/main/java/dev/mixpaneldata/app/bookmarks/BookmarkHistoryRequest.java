package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for what happened to a saved report. */
@WithBuilder
public record BookmarkHistoryRequest(
    @Param(help = "Id of the saved report", listedBy = Reference.LIST_BOOKMARKS) long bookmarkId,
    @Param(help = "Where the page begins, as the page before says") Optional<String> cursor,
    @Param(help = "At most this many entries") Optional<Integer> pageSize)
    implements BookmarkHistoryRequestBuilder.With {
  /** Returns a request for the first page. */
  public static BookmarkHistoryRequest of(long bookmarkId) {
    return new BookmarkHistoryRequest(bookmarkId, Optional.empty(), Optional.empty());
  }
}
