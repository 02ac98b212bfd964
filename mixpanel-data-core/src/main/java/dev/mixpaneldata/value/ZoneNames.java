package dev.mixpaneldata.value;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** What messages call time zones. */
public final class ZoneNames {
  private ZoneNames() {}

  /** The zone's id, as {@code Europe/Berlin}; UTC, which Java also calls Z, is {@code UTC}. */
  public static String of(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
