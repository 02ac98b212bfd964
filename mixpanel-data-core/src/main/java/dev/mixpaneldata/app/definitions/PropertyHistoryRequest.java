package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.operation.Param;

/** A request for the changes of a property's definition. */
public record PropertyHistoryRequest(
    @Param(help = "Name of the property") String propertyName,
    @Param(help = "What has the property: event, user or group") String entityType) {}
