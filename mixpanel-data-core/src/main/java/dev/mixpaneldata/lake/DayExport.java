package dev.mixpaneldata.lake;

import dev.mixpaneldata.internal.PropertyColumn;
import dev.mixpaneldata.store.spi.EventSlice;
import dev.mixpaneldata.store.spi.PromotedColumn;
import dev.mixpaneldata.store.spi.SliceContent;
import dev.mixpaneldata.store.spi.StoredEvents;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Copies days of a local table to a lake. A day that the lake has with the same events is left as
 * it is.
 */
final class DayExport {
  private final StoredEvents events;
  private final String table;
  private final DateRange tableDays;
  private final LakeWriter writer;
  private final LakeSource source;
  private final Clock clock;

  /**
   * Creates a copy of days.
   *
   * @param tableDays the days that the table was fetched for: events with an earlier time, a later
   *     one or none count to the first or the last of them, so that none is lost
   */
  DayExport(
      StoredEvents events,
      String table,
      DateRange tableDays,
      LakeWriter writer,
      LakeSource source,
      Clock clock) {
    this.events = events;
    this.table = table;
    this.tableDays = tableDays;
    this.writer = writer;
    this.source = source;
    this.clock = clock;
  }

  /** What happens to a day. */
  enum Policy {
    /** Writes what has changed; keeps a day of the lake that the table has no events of. */
    KEEP,
    /** Writes what has changed; empties a day of the lake that the table has no events of. */
    FOLLOW,
    /** Writes everything. */
    OVERWRITE
  }

  /**
   * The outcome for one day.
   *
   * @param rows the number of events that the table has
   * @param replaced the number of events that the lake had and that were replaced
   * @param written whether the day was written
   * @param kept whether the lake keeps events of a day that the table has no events of
   */
  record Outcome(long rows, long replaced, long bytes, boolean written, boolean kept) {}

  /** Copies one day. */
  Outcome copy(LocalDate day, Policy policy) {
    LakeManifest manifest = writer.manifest();
    Optional<LakeDay> old = Optional.ofNullable(manifest.days().get(day));
    long before = old.map(LakeDay::rows).orElse(0L);
    List<PromotedColumn> columns = columns(manifest);
    EventSlice slice =
        new EventSlice(
            table,
            day.equals(tableDays.from()) ? Optional.empty() : Optional.of(source.begin(day)),
            day.equals(tableDays.to())
                ? Optional.empty()
                : Optional.of(source.begin(day.plusDays(1))),
            columns);
    Optional<String> known =
        policy == Policy.OVERWRITE
            ? Optional.empty()
            : old.filter(writer::isWhole).flatMap(LakeDay::fingerprint);
    Path file = writer.work().resolve(day + ".parquet");
    SliceContent content = events.write(slice, known, file);
    if (content.rows() == 0 && before > 0 && policy == Policy.KEEP) {
      return new Outcome(0, 0, 0, false, true);
    }
    boolean isSame = known.equals(Optional.of(content.fingerprint()));
    if (isSame) {
      return new Outcome(content.rows(), 0, 0, false, false);
    }
    LakeDay written = day(day, content, file);
    writer.put(
        day,
        content.written() ? Optional.of(file) : Optional.empty(),
        written,
        content.written() ? columns.stream().map(DayExport::lakeColumn).toList() : List.of());
    return new Outcome(content.rows(), before, written.bytes(), true, false);
  }

  private LakeDay day(LocalDate day, SliceContent content, Path file) {
    Instant now = clock.instant();
    if (!content.written()) {
      return new LakeDay(List.of(), now, Optional.of(content.fingerprint()));
    }
    try {
      LakeFile listed = new LakeFile(LakeLayout.newFile(day), content.rows(), Files.size(file));
      return new LakeDay(List.of(listed), now, Optional.of(content.fingerprint()));
    } catch (IOException e) {
      throw LakeFolder.failed("The file " + file + " cannot be read", e);
    }
  }

  /**
   * Returns the promoted columns that the lake's files can have. A column whose name the lake has
   * with another type is left out: its property is in {@code properties}, as always.
   */
  private List<PromotedColumn> columns(LakeManifest manifest) {
    return events.describe(table).columns().stream()
        .filter(column -> PropertyColumn.canHave(column.column()))
        .filter(column -> manifest.columns().stream().allMatch(has -> agree(has, column)))
        .toList();
  }

  private static boolean agree(LakeColumn has, PromotedColumn column) {
    return !has.name().equalsIgnoreCase(column.column())
        || has.name().equals(column.column())
            && has.property().equals(column.property())
            && has.type().equals(column.type());
  }

  private static LakeColumn lakeColumn(PromotedColumn column) {
    return new LakeColumn(
        column.column(), column.property(), column.type(), column.misfits(), column.nulls());
  }
}
