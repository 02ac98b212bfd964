package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** A request for one alert. */
public record AlertRequest(
    @Param(help = "Id of the alert", listedBy = Reference.LIST_ALERTS) long alertId) {}
