package dev.mixpaneldata.storage.sql.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at the memory of the processes that this one has started, and kills one before it takes the
 * machine's.
 */
final class MemoryWatch implements AutoCloseable {
  private static final long PAGE = 4096;

  private final long mostMegabytes;
  private final Thread thread = new Thread(this::look);
  private volatile long peak;

  private MemoryWatch(long mostMegabytes) {
    this.mostMegabytes = mostMegabytes;
  }

  static MemoryWatch killingAt(long megabytes) {
    MemoryWatch watch = new MemoryWatch(megabytes);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /** The most that one process had of its own. */
  long peakMegabytes() {
    return peak;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void look() {
    try {
      while (true) {
        ProcessHandle.current().descendants().forEach(this::look);
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void look(ProcessHandle process) {
    try {
      String[] pages = Files.readString(Path.of("/proc/" + process.pid() + "/statm")).split(" ");
      long own = (Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE / 1_000_000;
      peak = Math.max(peak, own);
      if (own > mostMegabytes) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      // It has ended.
    }
  }
}
