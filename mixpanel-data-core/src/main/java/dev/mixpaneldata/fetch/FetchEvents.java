package dev.mixpaneldata.fetch;

import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.internal.PropertyColumn;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * A request to fetch events into a local table.
 *
 * @param table the table to fill
 * @param query the events to fetch; a last day after today counts as today
 * @param mode what to do with an existing table
 * @param workers the number of downloads at the same time, 1 to 16
 * @param chunkDays the number of days per download, 1 to 100; empty to let the plan decide
 * @param promote properties that get columns of their own before the others, for fast reports and
 *     short SQL; those that no event has get none
 */
@WithBuilder
public record FetchEvents(
    @Param(help = "Local table to fill", defaultValue = "events") String table,
    @Flatten ExportQuery query,
    @Param(help = "What to do if the table exists", defaultValue = "create") FetchMode mode,
    @Param(help = "Parallel downloads, 1 to 16", defaultValue = "4") int workers,
    @Param(help = "Days per download, 1 to 100; chosen by the plan by default")
        Optional<Integer> chunkDays,
    @Param(help = "Properties that get columns of their own, besides those chosen automatically")
        List<String> promote)
    implements FetchEventsBuilder.With {
  static final int DEFAULT_WORKERS = 4;
  static final int MAX_WORKERS = 16;
  static final int MAX_CHUNK_DAYS = 100;

  public FetchEvents {
    TableName.check(table);
    Bounds.require("workers", workers, 1, MAX_WORKERS);
    chunkDays.ifPresent(value -> Bounds.require("chunk-days", value, 1, MAX_CHUNK_DAYS));
    promote = PropertyColumn.check(promote);
  }

  /** Returns a request for all events of these days into a new table. */
  public static FetchEvents of(String table, DateRange range) {
    return of(table, ExportQuery.of(range));
  }

  /** Returns a request for these events into a new table. */
  public static FetchEvents of(String table, ExportQuery query) {
    return new FetchEvents(
        table, query, FetchMode.CREATE, DEFAULT_WORKERS, Optional.empty(), List.of());
  }

  /** Returns the days to fetch. */
  DateRange range() {
    return query.range();
  }
}
