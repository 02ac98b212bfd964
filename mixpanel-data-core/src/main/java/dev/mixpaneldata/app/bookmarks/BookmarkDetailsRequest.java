package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/** A request for saved reports with their definitions. */
@WithBuilder
public record BookmarkDetailsRequest(
    @Param(help = "Only reports of this type") Optional<BookmarkType> bookmarkType,
    @Param(help = "Only reports with these ids") List<Long> ids)
    implements BookmarkDetailsRequestBuilder.With {
  public BookmarkDetailsRequest {
    ids = List.copyOf(ids);
  }

  /** Returns a request for all saved reports. */
  public static BookmarkDetailsRequest of() {
    return new BookmarkDetailsRequest(Optional.empty(), List.of());
  }
}
