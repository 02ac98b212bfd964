package dev.mixpaneldata.fetch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A page of profiles on disk.
 *
 * @param digest the digest of its content, to find equal pages
 */
record ProfilePart(int number, Path file, long lines, long bytes, String digest) {

  FetchResult.Window toWindow(Quarantine quarantine) {
    long rows = lines - quarantine.unusableIn(String.valueOf(file.getFileName()));
    return new FetchResult.Window(Optional.empty(), rows, bytes, false);
  }
}
