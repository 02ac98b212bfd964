package dev.mixpaneldata.storage.index;

import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.storage.file.DatabaseFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has indexes made beside the work of this process, one at a time, by a process of their own: with
 * memory of its own, one thread, and the least claim on the processors.
 */
final class IndexUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);

  /** The time in which further reports may ask for more. */
  private static final long PAUSE_MILLIS = 1_000;

  private static final ScheduledExecutorService BUILDS =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mixpanel-data-indexes"));

  private static final Set<Task> WAITING = ConcurrentHashMap.newKeySet();

  private record Task(Path file, String table) {}

  private IndexUpkeep() {}

  static void later(DatabaseFile file, String table) {
    Task task = new Task(file.path(), table);
    if (WAITING.add(task)) {
      BUILDS.schedule(
          () -> {
            WAITING.remove(task);
            build(file, table);
          },
          PAUSE_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  private static void build(DatabaseFile file, String table) {
    try {
      int code = IndexProcess.run(file, table);
      if (code != 0) {
        LOG.debug("The index of '{}' was not made: exit code {}", table, code);
      }
    } catch (IOException e) {
      LOG.debug("The index of '{}' was not made", table, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
