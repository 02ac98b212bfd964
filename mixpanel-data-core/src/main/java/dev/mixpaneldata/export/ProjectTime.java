package dev.mixpaneldata.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The meaning of an exported time. Projects created since 2023 export UTC. Older ones export the
 * wall clock of the project's zone as if it were UTC, daylight saving time included (Mixpanel's
 * export methods page).
 */
public final class ProjectTime {
  private ProjectTime() {}

  /**
   * Returns the instant of an exported time.
   *
   * @param exportedMillis {@code properties.time} in milliseconds
   * @param projectZone the zone of an older project; empty where times are UTC
   */
  public static Instant instant(long exportedMillis, Optional<ZoneId> projectZone) {
    Instant exported = Instant.ofEpochMilli(exportedMillis);
    return projectZone
        .map(zone -> LocalDateTime.ofInstant(exported, ZoneOffset.UTC).atZone(zone).toInstant())
        .orElse(exported);
  }
}
