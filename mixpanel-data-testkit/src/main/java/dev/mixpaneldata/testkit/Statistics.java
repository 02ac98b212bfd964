package dev.mixpaneldata.testkit;

import dev.mixpaneldata.testkit.limit.Traffic;

/**
 * The traffic of the fake since its start, by the family whose limits apply.
 *
 * @param export traffic of raw exports
 * @param query traffic of reports and profiles
 * @param app traffic of {@code /api/app}
 */
public record Statistics(Traffic export, Traffic query, Traffic app) {

  /** Returns the number of 429s of all families, without scripted ones. */
  public int tooManyRequests() {
    return export.tooManyRequests() + query.tooManyRequests() + app.tooManyRequests();
  }

  /** Returns the highest number of requests of one family at a time. */
  public int highestConcurrency() {
    return Math.max(
        export.highestConcurrency(),
        Math.max(query.highestConcurrency(), app.highestConcurrency()));
  }
}
