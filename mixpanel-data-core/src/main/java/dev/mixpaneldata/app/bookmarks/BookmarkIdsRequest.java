package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import java.util.List;

/** Several saved reports. */
public record BookmarkIdsRequest(
    @Param(help = "Ids of the saved reports", listedBy = Reference.LIST_BOOKMARKS, required = true)
        List<Long> ids) {
  public BookmarkIdsRequest {
    ids = List.copyOf(ids);
  }
}
