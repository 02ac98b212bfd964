package dev.mixpaneldata.profile;

import dev.mixpaneldata.value.Json;

/**
 * A user or group profile.
 *
 * @param distinctId the id of the user or group; the digits if Mixpanel sends a number
 * @param properties all properties, exactly as they were sent
 */
public record Profile(String distinctId, Json properties) {}
