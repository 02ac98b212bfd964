package dev.mixpaneldata.value;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A result seen as a table: the view that terminal tables and CSV are made from. Cells are strings,
 * numbers, booleans, {@code java.time} values, {@link Json} or null.
 */
public interface Tabular {
  /** Returns the column titles, in order. */
  List<String> header();

  /** Returns the rows, each as long as {@link #header()}. */
  List<List<@Nullable Object>> cells();

  /**
   * Returns the columns whose numbers may not be final, which tables for people mark; empty if all
   * numbers are final.
   */
  default Optional<ProvisionalColumns> marks() {
    return Optional.empty();
  }
}
