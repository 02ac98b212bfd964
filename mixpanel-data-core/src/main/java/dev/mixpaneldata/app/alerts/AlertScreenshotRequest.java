package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.operation.Param;

/** A request for the picture of an alert. */
public record AlertScreenshotRequest(
    @Param(help = "Key of the picture, as the history of the alert has it") String gcsKey) {}
