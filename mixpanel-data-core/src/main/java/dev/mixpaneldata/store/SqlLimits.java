package dev.mixpaneldata.store;

import dev.mixpaneldata.error.MixpanelDataException;

/**
 * Puts SQL into a process of its own, for texts whose author is not the program's: assistants,
 * guests, people at a terminal. The operating system bounds that process (on Linux), and what it
 * does or breaks is not felt here. The time is that of each {@link SqlQuery}.
 *
 * @param memoryMegabytes what the process may have altogether, in MB; at least 500
 * @param spillMegabytes what sorts and joins may write to disk for a while, in MB
 * @param rowMegabytes how large one row may be, in MB
 */
public record SqlLimits(int memoryMegabytes, int spillMegabytes, int rowMegabytes) {
  private static final int LEAST_MEMORY = 500;

  /** Checks the numbers; {@code INVALID_ARGUMENT}. */
  public SqlLimits {
    if (memoryMegabytes < LEAST_MEMORY || spillMegabytes < 1 || rowMegabytes < 1) {
      throw MixpanelDataException.invalidArgument(
          "SQL cannot work within " + memoryMegabytes + " MB of memory.",
          "Give it at least " + LEAST_MEMORY + " MB.");
    }
  }

  /** The part of the memory that DuckDB's own accounting keeps to, in MB. */
  public int engineMegabytes() {
    return memoryMegabytes * 48 / 100;
  }

  /** The part of the memory that is Java's heap, in MB. */
  public int heapMegabytes() {
    return memoryMegabytes / 5;
  }
}
