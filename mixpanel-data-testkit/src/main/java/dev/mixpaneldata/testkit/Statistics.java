package dev.mixpaneldata.testkit;

import dev.mixpaneldata.testkit.limit.Traffic;

/**
 * What the fake has seen since its start, by the family whose limits apply.
 *
 * @param export raw exports
 * @param query reports and profiles
 * @param app {@code /api/app}
 */
public record Statistics(Traffic export, Traffic query, Traffic app) {

  /** 429s of all families, scripted ones not counted. */
  public int tooManyRequests() {
    return export.tooManyRequests() + query.tooManyRequests() + app.tooManyRequests();
  }

  /** The most requests of one family at a time. */
  public int highestConcurrency() {
    return Math.max(
        export.highestConcurrency(),
        Math.max(query.highestConcurrency(), app.highestConcurrency()));
  }
}
