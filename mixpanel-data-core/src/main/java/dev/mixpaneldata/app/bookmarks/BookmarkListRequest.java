package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for saved reports. */
@WithBuilder
public record BookmarkListRequest(
    @Param(help = "Only reports of this type", alias = "type") Optional<BookmarkType> bookmarkType,
    @Param(help = "Maximum number of reports; all by default") Optional<Integer> limit)
    implements BookmarkListRequestBuilder.With {
  public BookmarkListRequest {
    if (limit.filter(n -> n < 1).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit.get() + ".", "Choose at least 1, or leave it out for all.");
    }
  }

  /** Returns a request for all reports. */
  public static BookmarkListRequest of() {
    return new BookmarkListRequest(Optional.empty(), Optional.empty());
  }
}
