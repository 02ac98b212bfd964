package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.lake.LakeManifest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The days that a lake holds.
 *
 * @param place the folder or address of the lake
 */
record LakeDays(String place, LakeManifest manifest) {
  ZoneId zone() {
    return manifest.source().timezone();
  }

  /** Returns the first day that the lake lacks between two times, the end excluded. */
  Optional<LocalDate> firstMissing(Instant from, Instant end) {
    LocalDate last = end.minusNanos(1).atZone(zone()).toLocalDate();
    return from.atZone(zone())
        .toLocalDate()
        .datesUntil(last.plusDays(1))
        .filter(day -> !manifest.days().containsKey(day))
        .findFirst();
  }

  /**
   * Returns the time until which the lake is complete: the time at which its first day that was not
   * over was written, or else that of the last write.
   */
  Instant complete() {
    LocalClock clock = new LocalClock(zone());
    return manifest.days().entrySet().stream()
        .filter(day -> day.getValue().written().isBefore(clock.start(day.getKey().plusDays(1))))
        .map(day -> day.getValue().written())
        .findFirst()
        .orElseGet(
            () ->
                manifest.days().values().stream()
                    .map(day -> day.written())
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH));
  }
}
