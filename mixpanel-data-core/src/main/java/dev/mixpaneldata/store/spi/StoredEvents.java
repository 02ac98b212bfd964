package dev.mixpaneldata.store.spi;

import java.nio.file.Path;
import java.util.Map;
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
}
