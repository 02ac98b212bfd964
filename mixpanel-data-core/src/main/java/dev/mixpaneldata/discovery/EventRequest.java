package dev.mixpaneldata.discovery;

import dev.mixpaneldata.operation.Param;

/** Names an event. */
public record EventRequest(@Param(help = "Name of the event") String event) {}
