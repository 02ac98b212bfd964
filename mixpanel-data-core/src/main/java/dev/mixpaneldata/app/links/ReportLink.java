package dev.mixpaneldata.app.links;

import java.util.Optional;

/**
 * A link into Mixpanel's web application.
 *
 * @param url the address, for people who may see the project
 * @param type the kind of report, as Mixpanel names it
 * @param slug the key of a report that is not saved
 * @param bookmarkId the id of a saved report
 */
public record ReportLink(
    String url, String type, Optional<String> slug, Optional<Long> bookmarkId) {}
