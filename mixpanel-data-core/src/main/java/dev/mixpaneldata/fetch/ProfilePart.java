package dev.mixpaneldata.fetch;

import java.nio.file.Path;
import java.util.Optional;

/** A page of profiles on disk. */
record ProfilePart(
    int number,
    Path file,
    Path quarantine,
    long rows,
    long bytes,
    long repaired,
    long quarantined) {

  FetchResult.Window toWindow() {
    return new FetchResult.Window(Optional.empty(), rows, bytes, false);
  }
}
