package dev.mixpaneldata.discovery;

import java.util.Optional;

/**
 * One of today's commonest events.
 *
 * @param count its number of occurrences or of users today
 * @param percentChange the change since yesterday as a ratio: 0.5 is half as many again
 */
public record TopEvent(String event, long count, Optional<Double> percentChange) {}
