package dev.mixpaneldata.store;

import dev.mixpaneldata.error.MixpanelDataException;

/**
 * Puts SQL into a process of its own, for texts whose author is not the program's: assistants,
 * guests, people at a terminal. The operating system bounds that process (on Linux), and its
 * failures do not affect this one. The time is that of each {@link SqlQuery}.
 *
 * @param memoryMegabytes the most memory for the whole process, in MB; at least 500
 * @param spillMegabytes the most that sorts and joins may write to disk temporarily, in MB
 * @param rowMegabytes the largest size of a row, in MB
 */
public record SqlLimits(int memoryMegabytes, int spillMegabytes, int rowMegabytes) {
  private static final int LEAST_MEMORY = 500;

  /** Checks the numbers; refuses others with {@code INVALID_ARGUMENT}. */
  public SqlLimits {
    if (memoryMegabytes < LEAST_MEMORY || spillMegabytes < 1 || rowMegabytes < 1) {
      throw MixpanelDataException.invalidArgument(
          "SQL cannot work within " + memoryMegabytes + " MB of memory.",
          "Give it at least " + LEAST_MEMORY + " MB.");
    }
  }

  /** Returns the part of the memory that DuckDB's own accounting respects, in MB. */
  public int engineMegabytes() {
    return memoryMegabytes * 48 / 100;
  }

  /** Returns the part of the memory that is Java's heap, in MB. */
  public int heapMegabytes() {
    return memoryMegabytes / 5;
  }
}
