package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/**
 * A request to bring a table of events up to date.
 *
 * @param table the table; it must have been fetched before
 * @param lookbackDays the number of last fetched days that are read again and replaced as a whole,
 *     1 to 100: events arrive late, are deleted, or change their distinct_id
 * @param workers the number of downloads at the same time, 1 to 16
 */
@WithBuilder
public record SyncEvents(
    @Param(help = "Local table of events", defaultValue = "events") String table,
    @Param(
            help =
                "How many of the last fetched days to fetch again and replace, 1 to"
                    + " 100: events arrive late, are deleted or change their user",
            defaultValue = "5")
        int lookbackDays,
    @Param(help = "Parallel downloads, 1 to 16", defaultValue = "4") int workers)
    implements SyncEventsBuilder.With {
  /** The days for which mobile clients may hold events back (Mixpanel's /track accepts 5 days). */
  public static final int DEFAULT_LOOKBACK_DAYS = 5;

  public SyncEvents {
    TableName.check(table);
    Bounds.require("lookback", lookbackDays, 1, FetchEvents.MAX_CHUNK_DAYS);
    Bounds.require("workers", workers, 1, FetchEvents.MAX_WORKERS);
  }

  /** Returns a request with five days of lookback. */
  public static SyncEvents of(String table) {
    return new SyncEvents(table, DEFAULT_LOOKBACK_DAYS, FetchEvents.DEFAULT_WORKERS);
  }
}
