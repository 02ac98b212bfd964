package dev.mixpaneldata.internal.text;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** Names of time zones in messages. */
public final class ZoneNames {
  private ZoneNames() {}

  /**
   * Returns the zone's id, as {@code Europe/Berlin}; UTC, which Java also calls Z, is {@code UTC}.
   */
  public static String of(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
