package dev.mixpaneldata.lake;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.spi.StoredEvents;
import dev.mixpaneldata.value.DateRange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes a local table of events to a lake, day by day. */
public final class LakeExporter {
  private final StoredEvents events;
  private final Clock clock;

  /** Creates an exporter of these events; the clock gives the times of writing. */
  public LakeExporter(StoredEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Writes the days that the lake does not have as the table has them. */
  public ExportedLake export(LakeFolder lake, ExportLake request, LakeListener listener) {
    TableOrigin origin = events.describe(request.table()).origin();
    LakeSource source = LakeSource.of(origin);
    DateRange tableDays = origin.range().orElseThrow(() -> hasNoDays(request.table()));
    DateRange chosen = chosen(request, tableDays);
    DayExport.Policy policy =
        request.overwrite() ? DayExport.Policy.OVERWRITE : DayExport.Policy.KEEP;
    listener.planned(chosen.days());
    long written = 0;
    long unchanged = 0;
    long rows = 0;
    long bytes = 0;
    List<String> warnings = new ArrayList<>();
    try (LakeWriter writer = LakeWriter.open(lake, source)) {
      DayExport export = new DayExport(events, request.table(), tableDays, writer, source, clock);
      for (LocalDate day : chosen.from().datesUntil(chosen.to().plusDays(1)).toList()) {
        if (Thread.currentThread().isInterrupted()) {
          throw DiskFailure.stopped(LakeFolder.JOB, new InterruptedException());
        }
        DayExport.Outcome outcome = export.copy(day, policy);
        if (outcome.kept()) {
          warnings.add(
              "The table has no events of " + day + ", so the lake keeps those that it has.");
        } else if (outcome.written()) {
          written++;
          rows += outcome.rows();
          bytes += outcome.bytes();
        } else {
          unchanged++;
        }
        listener.dayFinished(day, outcome.rows(), outcome.written());
      }
    }
    return new ExportedLake(
        lake.path(), request.table(), chosen, written, unchanged, rows, bytes, warnings);
  }

  private static DateRange chosen(ExportLake request, DateRange days) {
    LocalDate from = request.fromDate().filter(d -> d.isAfter(days.from())).orElse(days.from());
    LocalDate to = request.toDate().filter(d -> d.isBefore(days.to())).orElse(days.to());
    if (to.isBefore(from)) {
      throw MixpanelDataException.invalidArgument(
          "The table '" + request.table() + "' has none of these days: it has " + days + ".",
          "Choose days of the table.");
    }
    return new DateRange(from, to);
  }

  private static MixpanelDataException hasNoDays(String table) {
    return MixpanelDataException.invalidArgument(
        "The days of the table '" + table + "' are not known.",
        "Fetch a table of events with its days first.");
  }
}
