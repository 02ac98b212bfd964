package dev.mixpaneldata.fetch;

import dev.mixpaneldata.store.TableOrigin;
import java.nio.file.Path;
import java.util.List;

/**
 * Part files that were made of other files.
 *
 * @param files the part files, in the order of their sources
 * @param windows the source of each, with its counts
 * @param origin the source of all of their events
 * @param warnings sentences about what is missing
 */
record EventParts(
    List<Path> files, List<FetchResult.Window> windows, TableOrigin origin, List<String> warnings) {
  /** Makes the part files. */
  @FunctionalInterface
  interface Source {
    EventParts make(EventPartWriter writer);
  }

  long lines() {
    return windows.stream().mapToLong(FetchResult.Window::rows).sum();
  }

  long bytes() {
    return windows.stream().mapToLong(FetchResult.Window::bytes).sum();
  }
}
