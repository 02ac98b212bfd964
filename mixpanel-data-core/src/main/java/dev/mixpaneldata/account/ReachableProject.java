package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.Region;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A project within reach of a sign-in.
 *
 * @param id its number, as text
 * @param timeZone its zone, if Mixpanel reports a known one
 * @param region the region of its data
 */
public record ReachableProject(String id, String name, Region region, Optional<ZoneId> timeZone) {
  @Override
  public String toString() {
    return name + " (" + id + ", " + region + ")";
  }
}
