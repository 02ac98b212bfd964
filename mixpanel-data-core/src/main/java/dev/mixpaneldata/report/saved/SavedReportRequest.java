package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.Optional;

/**
 * Runs a saved report.
 *
 * @param bookmarkType the type of the report; unless given, looked up by a call that costs no query
 * @param range the days, for funnels and retention; their last {@value #DEFAULT_DAYS} unless given.
 *     The others have the days they were saved with
 */
@WithBuilder
public record SavedReportRequest(
    @Param(help = "Id of the saved report", listedBy = Reference.LIST_BOOKMARKS) long bookmarkId,
    @Param(help = "Type of the report; looked up by default") Optional<BookmarkType> bookmarkType,
    @Flatten Optional<DateRange> range)
    implements SavedReportRequestBuilder.With {
  /** The number of days that funnels and retention cover unless given; today is the last. */
  public static final int DEFAULT_DAYS = 30;

  /** Creates a request for a report as it was saved. */
  public static SavedReportRequest of(long bookmarkId) {
    return new SavedReportRequest(bookmarkId, Optional.empty(), Optional.empty());
  }
}
