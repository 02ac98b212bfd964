package dev.mixpaneldata.discovery;

/**
 * What clearing the cache did.
 *
 * @param forgotten how many answers were kept
 */
public record CacheCleared(int forgotten) {}
