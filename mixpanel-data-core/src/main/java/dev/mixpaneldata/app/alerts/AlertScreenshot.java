package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;

/**
 * A picture of an alert.
 *
 * @param signedUrl an address that works for a short time without credentials
 */
public record AlertScreenshot(String signedUrl, @Remaining Map<String, Json> remaining) {}
