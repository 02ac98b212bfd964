package dev.mixpaneldata.lake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A day of a lake. A day that is listed without files had no events.
 *
 * @param files its files
 * @param written the time when they were written
 * @param fingerprint identifies the events in any order, so that an unchanged day is not written
 *     again; empty if the writer left none
 */
public record LakeDay(List<LakeFile> files, Instant written, Optional<String> fingerprint) {
  public LakeDay {
    files = List.copyOf(files);
  }

  /** Returns the number of events. */
  public long rows() {
    return files.stream().mapToLong(LakeFile::rows).sum();
  }

  /** Returns the bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(LakeFile::bytes).sum();
  }
}
