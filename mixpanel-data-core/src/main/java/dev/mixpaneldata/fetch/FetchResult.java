package dev.mixpaneldata.fetch;

import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Tabular;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a fetch.
 *
 * @param table the table, or the folder of the lake
 * @param type events or profiles
 * @param rows the number of rows in it now
 * @param received the number of usable lines that Mixpanel sent for this fetch
 * @param duplicatesRemoved the number of rows that another row with the same key replaced
 * @param replaced the number of earlier rows that are no longer in the table
 * @param repaired the number of lines with characters that JSON cannot carry, stored as U+FFFD
 * @param quarantined the number of unusable lines
 * @param quarantineFile the file with the repaired and the unusable lines as they came
 * @param bytes the number of compressed bytes received, earlier attempts included
 * @param dateRange the days fetched; empty for profiles
 * @param windows the windows, each requested by one call
 * @param expected the number of matching profiles that Mixpanel reports; empty for events
 * @param warnings sentences about what is missing although the fetch succeeded
 * @param durationSeconds the time from start to end
 * @param fetchedAt the end, UTC
 */
public record FetchResult(
    String table,
    TableType type,
    long rows,
    long received,
    long duplicatesRemoved,
    long replaced,
    long repaired,
    long quarantined,
    Optional<Path> quarantineFile,
    long bytes,
    Optional<DateRange> dateRange,
    List<Window> windows,
    Optional<Long> expected,
    List<String> warnings,
    double durationSeconds,
    Instant fetchedAt)
    implements Tabular {
  public FetchResult {
    windows = List.copyOf(windows);
    warnings = List.copyOf(warnings);
  }

  /**
   * A part of the fetch that one call requested.
   *
   * @param days its days; empty for a page of profiles
   * @param rows the number of usable lines in it
   * @param bytes its compressed size
   * @param fromEarlierRun whether an interrupted run had fetched it already
   */
  public record Window(Optional<DateRange> days, long rows, long bytes, boolean fromEarlierRun) {}

  @Override
  public List<String> header() {
    return List.of(
        "table",
        "type",
        "rows",
        "received",
        "duplicates_removed",
        "repaired",
        "quarantined",
        "duration_seconds");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return List.of(
        Arrays.<@Nullable Object>asList(
            table,
            type,
            rows,
            received,
            duplicatesRemoved,
            repaired,
            quarantined,
            durationSeconds));
  }
}
