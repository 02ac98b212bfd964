package dev.mixpaneldata.ingest;

import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How events are to be imported. Each {@code with…} step gives a new request.
 *
 * @param name what the events are, such as the name of their file: an import of the same name into
 *     the same project continues one that was interrupted
 * @param dryRun whether events are only checked, and none is sent
 * @param workers requests at the same time, 1 to 16
 * @param failedFile where events that failed are written; in the data directory unless given
 */
public record ImportEvents(String name, boolean dryRun, int workers, Optional<Path> failedFile) {
  /** Mixpanel suggests 10 to 20 in all; other senders of the project count as well. */
  static final int DEFAULT_WORKERS = 4;

  static final int MAX_WORKERS = 16;

  public ImportEvents {
    if (name.isBlank()) {
      throw MixpanelDataException.invalidArgument(
          "The import has no name.", "Name the source of the events, such as a file.");
    }
    if (workers < 1 || workers > MAX_WORKERS) {
      throw MixpanelDataException.invalidArgument(
          "The workers are " + workers + ".", "Choose 1 to " + MAX_WORKERS + ".");
    }
  }

  /** Events that are called this. */
  public static ImportEvents of(String name) {
    return new ImportEvents(name, false, DEFAULT_WORKERS, Optional.empty());
  }

  /** The same, checked and not sent. */
  public ImportEvents asDryRun() {
    return new ImportEvents(name, true, workers, failedFile);
  }

  public ImportEvents withWorkers(int count) {
    return new ImportEvents(name, dryRun, count, failedFile);
  }

  public ImportEvents withFailedFile(Path file) {
    return new ImportEvents(name, dryRun, workers, Optional.of(file));
  }
}
