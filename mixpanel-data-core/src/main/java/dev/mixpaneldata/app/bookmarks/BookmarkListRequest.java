package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import java.util.Optional;

/** Asks for saved reports. */
public record BookmarkListRequest(
    @Param(help = "Only reports of this type", alias = "type") Optional<BookmarkType> bookmarkType,
    @Param(help = "How many to give at most; all by default") Optional<Integer> limit) {
  public BookmarkListRequest {
    if (limit.filter(n -> n < 1).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit.get() + ".", "Choose at least 1, or leave it out for all.");
    }
  }
}
