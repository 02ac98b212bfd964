package dev.mixpaneldata.app.links;

import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * Asks for a link to a report: a saved one, or a definition.
 *
 * @param bookmarkId the saved report
 * @param definition the params of a report as Mixpanel saves them
 * @param reportType the kind of report; unless given, read from the definition or looked up
 * @param name the name that Mixpanel's page shows for a definition
 */
@WithBuilder
public record LinkRequest(
    @Param(help = "Id of the saved report", listedBy = Reference.LIST_BOOKMARKS)
        Optional<Long> bookmarkId,
    @Param(help = "Definition instead: the params of a report as Mixpanel saves them")
        Optional<Json> definition,
    @Param(help = "Kind of the report; found out by default", alias = "type")
        Optional<BookmarkType> reportType,
    @Param(help = "Name that Mixpanel shows for a definition") Optional<String> name)
    implements LinkRequestBuilder.With {
  public LinkRequest {
    if (bookmarkId.isPresent() == definition.isPresent()) {
      throw MixpanelDataException.invalidArgument(
          bookmarkId.isPresent()
              ? "Both a saved report and a definition are given."
              : "Neither a saved report nor a definition is given.",
          "Give the id of a saved report, or a definition.");
    }
    if (definition.isPresent() && reportType.equals(Optional.of(BookmarkType.LAUNCH_ANALYSIS))) {
      throw MixpanelDataException.invalidArgument(
          "Mixpanel has no links to the analysis of a launch that is not saved.",
          "Choose insights, funnels, retention or flows.");
    }
  }

  /** Creates a request for a link to a saved report. */
  public static LinkRequest saved(long bookmarkId) {
    return new LinkRequest(
        Optional.of(bookmarkId), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Creates a request for a link to a definition. */
  public static LinkRequest of(Json definition) {
    return new LinkRequest(
        Optional.empty(), Optional.of(definition), Optional.empty(), Optional.empty());
  }
}
