package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.ValueKind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.duckdb.DuckDBWritableVector;

/**
 * Reads {@code $last_seen} of profiles, {@code 2026-01-05T10:00:00}, as UTC unless it names an
 * offset. Any other value is NULL.
 */
final class LastSeen {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][XXX]")
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int MIN_LENGTH = 21;
  private static final int MAX_LENGTH = 40;

  private LastSeen() {}

  /** Returns a writer that fills a column with microseconds of UTC. */
  static ColumnWriter writer() {
    return NumberWriter.of(LastSeen::write);
  }

  private static void write(DuckDBWritableVector vector, int row, PartReader line) {
    int slot = LineShape.LAST_SEEN;
    if (line.scanner().has(slot) && line.scanner().kind(slot) == ValueKind.STRING) {
      int length = line.scanner().end(slot) - line.scanner().start(slot);
      if (length >= MIN_LENGTH && length <= MAX_LENGTH) {
        try {
          vector.setLong(row, micros(new String(line.string(slot), StandardCharsets.UTF_8)));
          return;
        } catch (DateTimeException e) {
          // Anything may stand in a property; the text itself stays in properties.
        }
      }
    }
    vector.setNull(row);
  }

  private static long micros(String text) {
    TemporalAccessor parsed = FORM.parse(text);
    int offsetSeconds =
        parsed.isSupported(ChronoField.OFFSET_SECONDS) ? parsed.get(ChronoField.OFFSET_SECONDS) : 0;
    LocalDateTime utc = LocalDateTime.from(parsed).minusSeconds(offsetSeconds);
    return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), utc);
  }
}
