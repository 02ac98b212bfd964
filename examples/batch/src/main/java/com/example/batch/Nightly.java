package com.example.batch;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.fetch.SyncEvents;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;

/** Brings the table {@code events} up to date and writes what was sold each day, every night. */
public final class Nightly {
  /** What schedulers know as "try again later" (EX_TEMPFAIL). */
  static final int LATER = 75;

  private Nightly() {}

  /** Runs the job for the first day to fetch and the file to write. */
  public static void main(String[] arguments) {
    try (Workspace workspace = Workspace.open()) {
      System.exit(run(workspace, DateRange.of(arguments[0], arguments[1]), Path.of(arguments[2])));
    }
  }

  /** Returns the exit status of the process. */
  static int run(Workspace workspace, DateRange first, Path file) {
    try {
      FetchResult events = upToDate(workspace, first);
      System.out.println(events.rows() + " events in " + events.table());
      ExportedFile written =
          workspace
              .tables()
              .export(
                  TableExport.ofQuery(
                          """
                          SELECT CAST(event_time AS DATE) AS day, count(*) AS purchases
                          FROM events WHERE event_name = 'Purchase' GROUP BY ALL ORDER BY day
                          """,
                          file)
                      .with(export -> export.overwrite(true)));
      System.out.println(written.rows() + " days in " + written.path());
      return 0;
    } catch (MixpanelDataException failure) {
      System.err.println(failure.code() + ": " + failure.getMessage());
      failure.hint().ifPresent(System.err::println);
      return failure.code().isRetriable() ? LATER : failure.code().exitStatus();
    }
  }

  /** Continues the table where there is one; the same days again cost nothing but their calls. */
  private static FetchResult upToDate(Workspace workspace, DateRange first) {
    boolean present =
        workspace.tables().list().stream().anyMatch(table -> table.name().equals("events"));
    return present
        ? workspace.fetch().sync(SyncEvents.of("events"))
        : workspace.fetch().events(FetchEvents.of("events", first));
  }
}
