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
 * What a fetch did.
 *
 * @param table the table
 * @param type events or profiles
 * @param rows rows in the table now
 * @param received lines that Mixpanel sent for this fetch and that could be used
 * @param duplicatesRemoved rows that gave way to one with the same key
 * @param replaced rows that were in the table before and are no longer
 * @param repaired lines with characters that JSON cannot carry, stored with U+FFFD in their place
 * @param quarantined lines that could not be used at all
 * @param quarantineFile holds the repaired and the unusable lines as they came
 * @param bytes compressed bytes received, those of earlier tries included
 * @param dateRange the days fetched; empty for profiles
 * @param windows what was asked for in one call each
 * @param expected how many profiles match at Mixpanel, as it says; empty for events
 * @param warnings what is missing although the fetch succeeded, in sentences
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
   * One export call.
   *
   * @param days its days; empty for a page of profiles
   * @param rows usable lines in it
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
