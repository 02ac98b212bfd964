package dev.mixpaneldata.storage.report;

import java.util.List;
import java.util.Optional;

/**
 * The choice of segments.
 *
 * @param limit the number of the largest ones
 * @param names only these; empty for all
 */
record Segments(Optional<Integer> limit, List<String> names) {
  static Segments all() {
    return new Segments(Optional.empty(), List.of());
  }

  static Segments largest(int limit) {
    return new Segments(Optional.of(limit), List.of());
  }

  static Segments named(List<String> names) {
    return new Segments(Optional.empty(), names);
  }
}
