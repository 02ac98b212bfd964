package dev.mixpaneldata.lake;

import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Tabular;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an export to a lake.
 *
 * @param lake the lake's folder
 * @param table the table
 * @param dateRange the days that were looked at
 * @param daysWritten the number of days that were written
 * @param daysUnchanged the number of days that the lake had already as they are
 * @param rows the number of events in the days that were written
 * @param bytes the bytes of their files
 * @param warnings sentences about what the lake and the table do not have in common
 */
public record ExportedLake(
    Path lake,
    String table,
    DateRange dateRange,
    long daysWritten,
    long daysUnchanged,
    long rows,
    long bytes,
    List<String> warnings)
    implements Tabular {
  public ExportedLake {
    warnings = List.copyOf(warnings);
  }

  @Override
  public List<String> header() {
    return List.of(
        "lake", "table", "date_range", "days_written", "days_unchanged", "rows", "bytes");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return List.of(
        Arrays.<@Nullable Object>asList(
            lake, table, dateRange.toString(), daysWritten, daysUnchanged, rows, bytes));
  }
}
