package dev.mixpaneldata.app.links;

import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * The report that an address leads to: one that is saved, or a definition.
 *
 * @param url the address
 * @param type as Mixpanel names it: one of {@link BookmarkType}, or another name
 * @param bookmarkId the saved report
 * @param params the definition, if Mixpanel has given it
 * @param createdAt when the link was made, as Mixpanel writes it; empty for a saved report
 */
public record LinkedReport(
    String url,
    String type,
    Optional<String> name,
    Optional<Long> bookmarkId,
    Optional<Json> params,
    Optional<String> createdAt) {}
