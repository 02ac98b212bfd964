package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;

/** Changes of several saved reports at once. */
public record UpdateBookmarks(
    @Param(help = "A JSON list of objects, each with the id of a report and its new fields")
        Json entries) {}
