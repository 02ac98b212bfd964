package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.profile.ProfileQuery;

/**
 * Profiles to be fetched into a local table. Each {@code with…} step gives a new request.
 *
 * @param table the table to fill
 * @param query which profiles
 * @param mode what to do with a table that is there; appended profiles take the place of those with
 *     the same distinct_id
 * @param workers pages at the same time, 1 to 5: Mixpanel's limit of concurrent queries
 */
public record FetchProfiles(String table, ProfileQuery query, FetchMode mode, int workers) {
  static final int DEFAULT_WORKERS = 3;
  static final int MAX_WORKERS = 5;

  public FetchProfiles {
    TableName.check(table);
    Bounds.require("workers", workers, 1, MAX_WORKERS);
  }

  /** All user profiles into a new table. */
  public static FetchProfiles of(String table) {
    return new FetchProfiles(table, ProfileQuery.all(), FetchMode.CREATE, DEFAULT_WORKERS);
  }

  public FetchProfiles withQuery(ProfileQuery newQuery) {
    return new FetchProfiles(table, newQuery, mode, workers);
  }

  public FetchProfiles withMode(FetchMode newMode) {
    return new FetchProfiles(table, query, newMode, workers);
  }

  public FetchProfiles withWorkers(int count) {
    return new FetchProfiles(table, query, mode, count);
  }
}
