package dev.mixpaneldata.lake;

import dev.mixpaneldata.value.Tabular;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lake with its days and columns.
 *
 * @param path its folder
 * @param source the events that it is for
 * @param rows the number of events
 * @param bytes the bytes of all files
 * @param columns the properties with typed columns
 * @param days the days that were written, in their order
 */
public record LakeInfo(
    Path path, LakeSource source, long rows, long bytes, List<LakeColumn> columns, List<Day> days)
    implements Tabular {
  /**
   * A day of a lake.
   *
   * @param date the day
   * @param rows the number of events
   * @param bytes the bytes of its files
   * @param files the number of its files
   * @param written the time when they were written
   */
  public record Day(LocalDate date, long rows, long bytes, int files, Instant written) {}

  public LakeInfo {
    columns = List.copyOf(columns);
    days = List.copyOf(days);
  }

  /** Returns the lake in a folder, as its manifest lists it. */
  public static LakeInfo of(LakeFolder folder) {
    LakeManifest manifest = folder.read();
    return new LakeInfo(
        folder.path(),
        manifest.source(),
        manifest.rows(),
        manifest.bytes(),
        manifest.columns(),
        manifest.days().entrySet().stream()
            .map(
                day ->
                    new Day(
                        day.getKey(),
                        day.getValue().rows(),
                        day.getValue().bytes(),
                        day.getValue().files().size(),
                        day.getValue().written()))
            .toList());
  }

  @Override
  public List<String> header() {
    return List.of("date", "rows", "bytes", "files", "written");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return days.stream()
        .map(
            day ->
                Arrays.<@Nullable Object>asList(
                    day.date(), day.rows(), day.bytes(), day.files(), day.written()))
        .toList();
  }
}
