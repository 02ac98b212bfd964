package dev.mixpaneldata.store.spi;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Events as lines such as those of Mixpanel's export, {@code {"event":…,"properties":{…}}}, in the
 * same order each time and in constant memory.
 */
public interface StoredEvents {
  /**
   * The events of a local table, their properties to the digit; times are in UTC also where
   * Mixpanel sent them in the project's zone. {@code INVALID_ARGUMENT} for a table of profiles.
   */
  void table(String name, Consumer<String> lines);

  /**
   * The rows of a Parquet file: one that a table was exported to, or one with the columns {@code
   * event} and {@code time}, where every other is a property.
   *
   * @param columns the name of a property, {@code event} or {@code time}, by the name of its column
   */
  void parquet(Path file, Map<String, String> columns, Consumer<String> lines);

  /**
   * Receives the rows of a Parquet file as JSON objects, one for each row: its columns by name,
   * times as text in UTC, columns of JSON as what they hold.
   */
  void objects(Path file, Consumer<String> objects);

  /**
   * Returns the origin and the promoted columns of a table; {@code INVALID_ARGUMENT} for a table of
   * profiles.
   */
  StoredTable describe(String table);

  /**
   * Writes a slice of a table to a new Parquet file with zstd: the fixed columns of a table of
   * events, {@code properties} as text, and the promoted columns of the slice.
   *
   * @param known the fingerprint of a slice that need not be written again
   * @param file the file, in a folder that exists; nothing is written if the slice has no rows
   */
  SliceContent write(EventSlice slice, Optional<String> known, Path file);
}
