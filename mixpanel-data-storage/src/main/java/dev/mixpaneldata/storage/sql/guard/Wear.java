package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.store.SqlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that statements leave occupied in their process, which the next one would lack. */
final class Wear {
  private static final Path MEMORY = Path.of("/proc/self/statm");
  private static final long PAGE = 4096;

  private Wear() {}

  /**
   * Returns whether this process has most of its memory left; true if the system does not report
   * it.
   */
  static boolean isLittle(SqlLimits limits) {
    try {
      String[] pages = Files.readString(MEMORY).split(" ");
      long own = (Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE;
      return own < limits.memoryMegabytes() * 1_000_000L / 3;
    } catch (IOException e) {
      return true;
    }
  }
}
