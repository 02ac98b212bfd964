package dev.mixpaneldata.profile;

import dev.mixpaneldata.value.Json;

/**
 * A profile.
 *
 * @param distinctId whose profile it is; a number that Mixpanel sends is its digits
 * @param properties all properties, exactly as they were sent
 */
public record Profile(String distinctId, Json properties) {}
