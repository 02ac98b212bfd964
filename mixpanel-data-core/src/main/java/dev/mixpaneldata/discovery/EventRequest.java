package dev.mixpaneldata.discovery;

import dev.mixpaneldata.operation.Param;

/** A request about one event. */
public record EventRequest(@Param(help = "Name of the event") String event) {}
