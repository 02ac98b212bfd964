package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Optional;

/**
 * The number of lines of a part that the quarantine has left out. Its entry in the file, {@code
 * {"part":…,"left_out":…,"left_out_repaired":…}}, always has the same length, so that each count
 * overwrites the last one and the file does not grow.
 */
final class LeftOut {
  private static final int ENTRY_BYTES = 200;

  private final int number;
  private long unusable;
  private long repaired;

  /** Makes the entry of this number, counted from 0. */
  LeftOut(int number) {
    this.number = number;
  }

  /** Returns the counts of an entry of the file, if it is one of these. */
  static Optional<LeftOut> read(JsonNode entry) {
    if (!entry.has("left_out")) {
      return Optional.empty();
    }
    LeftOut counts = new LeftOut(0);
    counts.unusable = entry.path("left_out").asLong();
    counts.repaired = entry.path("left_out_repaired").asLong();
    return Optional.of(counts);
  }

  void add(boolean isRepaired) {
    if (isRepaired) {
      repaired++;
    } else {
      unusable++;
    }
  }

  long unusable() {
    return unusable;
  }

  long repaired() {
    return repaired;
  }

  long lines() {
    return unusable + repaired;
  }

  /** Returns the entry's first byte, counted from the end of the lines. */
  long place() {
    return (long) number * ENTRY_BYTES;
  }

  byte[] entry(String part) {
    String json =
        Mappers.json()
            .createObjectNode()
            .put("part", part)
            .put("left_out", unusable)
            .put("left_out_repaired", repaired)
            .toString();
    return (json + " ".repeat(ENTRY_BYTES - 1 - json.length()) + "\n").getBytes(UTF_8);
  }
}
