package dev.mixpaneldata.discovery;

/**
 * The result of clearing the cache.
 *
 * @param forgotten the number of answers that had been kept
 */
public record CacheCleared(int forgotten) {}
