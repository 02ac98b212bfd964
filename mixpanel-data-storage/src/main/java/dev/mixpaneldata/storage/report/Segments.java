package dev.mixpaneldata.storage.report;

import java.util.List;
import java.util.Optional;

/**
 * The choice of segments.
 *
 * @param limit the number of the largest ones
 * @param names only these; empty for all
 * @param amongMany whether there are about as many as events
 */
record Segments(Optional<Integer> limit, List<String> names, boolean amongMany) {
  static Segments all() {
    return new Segments(Optional.empty(), List.of(), false);
  }

  static Segments largest(int limit) {
    return new Segments(Optional.of(limit), List.of(), false);
  }

  static Segments named(List<String> names) {
    return new Segments(Optional.empty(), names, false);
  }

  Segments amongMany(boolean many) {
    return new Segments(limit, names, many);
  }
}
