package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.store.TableOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The days of a load as a range of {@code event_time}: from {@code start} to before {@code end}.
 */
record Days(Instant start, Instant end) {
  /** Returns the days of a range, in UTC or, for shifted times, in the project's zone. */
  static Optional<Days> of(TableOrigin origin) {
    ZoneId zone = origin.projectZone().orElse(ZoneOffset.UTC);
    return origin
        .range()
        .map(range -> new Days(begin(range.from(), zone), begin(range.to().plusDays(1), zone)));
  }

  /** Returns the condition that a row lies in the days. */
  String inside() {
    return "(event_time >= " + sql(start) + " AND event_time < " + sql(end) + ")";
  }

  /** Returns the condition that it does not, or has no time. */
  String outside() {
    return inside() + " IS NOT TRUE";
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static String sql(Instant instant) {
    return "epoch_ms(" + instant.toEpochMilli() + "::BIGINT)";
  }
}
