package dev.mixpaneldata.value;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A result seen as a table: the view that terminal tables and CSV are made from. Cells are strings,
 * numbers, booleans, {@code java.time} values, {@link Json} or null.
 */
public interface Tabular {
  /** The column titles, in order. */
  List<String> header();

  /** The rows, each as long as {@link #header()}. */
  List<List<@Nullable Object>> cells();

  /** How tables for people mark numbers that are not final; empty where all are. */
  default Optional<ProvisionalColumns> marks() {
    return Optional.empty();
  }
}
