package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** A request for one saved report. */
public record BookmarkRequest(
    @Param(help = "Id of the saved report", listedBy = Reference.LIST_BOOKMARKS) long bookmarkId) {}
