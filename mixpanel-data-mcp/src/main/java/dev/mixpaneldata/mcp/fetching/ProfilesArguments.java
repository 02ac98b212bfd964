package dev.mixpaneldata.mcp.fetching;

import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;

/** What {@code fetch_profiles} takes. */
record ProfilesArguments(
    @Param(help = "Local table to make", defaultValue = "profiles") String table,
    @Flatten ProfileSelection selection,
    @Param(help = "Add to a table that is there; known profiles are replaced") boolean append,
    @Param(help = "Take the place of a table that is there") boolean replace,
    @Param(help = "No effect: pages always come in parallel") boolean parallel,
    @Param(help = "Pages at the same time, 1 to 5", defaultValue = "4") int workers) {

  FetchProfiles request() {
    return FetchProfiles.of(table)
        .withQuery(selection.query())
        .withMode(EventsArguments.mode(append, replace))
        .withWorkers(workers);
  }
}
