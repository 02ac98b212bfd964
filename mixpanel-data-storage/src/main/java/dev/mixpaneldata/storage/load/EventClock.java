package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.ValueKind;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Converts the times of events to UTC. Exported times are epoch milliseconds; those of projects
 * created before 2023 are local time of the project that pretends to be UTC (Mixpanel's raw export
 * reference), so an hour that a zone repeats is taken as its first run. For one thread.
 */
final class EventClock {
  /** 0001-01-01 to 9999-12-31, which every tool can show; other numbers are not times. */
  private static final long MIN_MILLIS = -62_135_596_800_000L;

  private static final long MAX_MILLIS = 253_402_300_799_999L;

  private final @Nullable ZoneRules rules;
  private boolean known;
  private boolean exact;
  private long millis;

  private EventClock(Optional<ZoneId> projectZone) {
    rules = projectZone.map(ZoneId::getRules).orElse(null);
  }

  /** Returns a writer that fills {@code event_time} with milliseconds of UTC. */
  static ColumnWriter time(Optional<ZoneId> projectZone) {
    EventClock clock = new EventClock(projectZone);
    return NumberWriter.of(clock::writeTime);
  }

  /**
   * Returns a writer that fills a column with the time as it was sent, if {@code event_time} does
   * not hold it exactly.
   */
  static ColumnWriter rest(Optional<ZoneId> projectZone) {
    EventClock clock = new EventClock(projectZone);
    return TextWriter.of(clock::rest);
  }

  private void writeTime(DuckDBWritableVector vector, int row, PartReader line) {
    read(line);
    if (known) {
      vector.setLong(row, millis);
    } else {
      vector.setNull(row);
    }
  }

  private byte @Nullable [] rest(PartReader line) {
    read(line);
    return exact || !line.scanner().has(LineShape.TIME) ? null : line.slice(LineShape.TIME);
  }

  private void read(PartReader line) {
    known = false;
    exact = false;
    LineScanner scanner = line.scanner();
    if (!scanner.has(LineShape.TIME) || scanner.kind(LineShape.TIME) != ValueKind.NUMBER) {
      return;
    }
    boolean isLong = line.isLong(LineShape.TIME);
    double number =
        isLong
            ? line.longValue(LineShape.TIME)
            : JsonNumber.doubleValue(
                line.buffer(), scanner.start(LineShape.TIME), scanner.end(LineShape.TIME));
    if (number < MIN_MILLIS || number > MAX_MILLIS) {
      return;
    }
    known = true;
    exact = isLong;
    millis = isLong ? line.longValue(LineShape.TIME) : (long) Math.floor(number);
    if (rules != null) {
      shift(rules);
    }
  }

  private void shift(ZoneRules zone) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
    ZoneOffsetTransition transition = zone.getTransition(local);
    if (transition != null && transition.isGap()) {
      // No clock of the zone showed this time; it falls together with one an hour later.
      exact = false;
    }
    millis -= zone.getOffset(local).getTotalSeconds() * 1000L;
  }
}
