package dev.mixpaneldata.testkit.limit;

/**
 * The traffic of one family since the start.
 *
 * @param served requests let through
 * @param tooManyRequests requests refused with 429
 * @param highestConcurrency most requests at a time, refused ones not counted
 */
public record Traffic(int served, int tooManyRequests, int highestConcurrency) {}
