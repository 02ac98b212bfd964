package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Remaining;
import java.util.Map;

/**
 * A picture of an alert.
 *
 * @param signedUrl an address that works for a short time without credentials
 */
public record AlertScreenshot(String signedUrl, @Remaining Map<String, Json> remaining) {}
