package dev.mixpaneldata.app.metrics;

import dev.mixpaneldata.operation.Param;

/**
 * A request for a saved metric or behavior.
 *
 * @param reference its id or its name
 */
public record MetricRequest(@Param(help = "Its id or its name") String reference) {}
