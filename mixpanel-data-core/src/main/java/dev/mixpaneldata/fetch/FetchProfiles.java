package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.profile.ProfileQuery;

/**
 * A request to fetch profiles into a local table.
 *
 * @param table the table to fill
 * @param query the profiles to fetch
 * @param mode what to do with an existing table; appended profiles replace those with the same
 *     distinct_id
 * @param workers the number of pages at the same time, 1 to 5, which is Mixpanel's limit of
 *     concurrent queries
 */
@WithBuilder
public record FetchProfiles(
    @Param(help = "Local table to fill", defaultValue = "profiles") String table,
    @Flatten ProfileQuery query,
    @Param(help = "What to do if the table exists", defaultValue = "create") FetchMode mode,
    @Param(help = "Pages fetched in parallel, 1 to 5", defaultValue = "4") int workers)
    implements FetchProfilesBuilder.With {
  /** One less than Mixpanel answers at a time, so that it can answer a report meanwhile. */
  static final int DEFAULT_WORKERS = 4;

  static final int MAX_WORKERS = 5;

  public FetchProfiles {
    TableName.check(table);
    Bounds.require("workers", workers, 1, MAX_WORKERS);
  }

  /** Returns a request for all user profiles into a new table. */
  public static FetchProfiles of(String table) {
    return of(table, ProfileQuery.all());
  }

  /** Returns a request for these profiles into a new table. */
  public static FetchProfiles of(String table, ProfileQuery query) {
    return new FetchProfiles(table, query, FetchMode.CREATE, DEFAULT_WORKERS);
  }
}
