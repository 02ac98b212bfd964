package dev.mixpaneldata.value;

import java.util.List;
import java.util.Map;
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

  /** Whether the last rows matter most, so that a shortened table keeps those. */
  default boolean newestLast() {
    return false;
  }

  /** Further tables of the same answer, by what they list. */
  default Map<String, Tabular> further() {
    return Map.of();
  }

  /** How tables for people mark numbers that are not final; empty where all are. */
  default Optional<ProvisionalColumns> marks() {
    return Optional.empty();
  }
}
