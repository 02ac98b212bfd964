package dev.mixpaneldata.quota;

import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places of the calls that run at the same time: one empty file each, locked while a call runs.
 * When a process dies, the operating system gives its places back.
 */
final class Slots {
  private static final Logger LOG = LoggerFactory.getLogger(QuotaLedger.class);

  /** The one object for each set of files, which knows its places also without the files. */
  private static final Map<Path, Slots> OPEN = new ConcurrentHashMap<>();

  private final Path prefix;
  private final boolean[] taken;
  private boolean alone;

  private Slots(Path prefix, int count) {
    this.prefix = prefix;
    this.taken = new boolean[count];
  }

  /** Returns the slots in the files named {@code prefix} and a number. */
  static Slots of(Path prefix, int count) {
    return OPEN.computeIfAbsent(
        prefix.toAbsolutePath().normalize(), path -> new Slots(path, count));
  }

  /** Creates places that only this process knows. */
  static Slots inMemory(int count) {
    Slots slots = new Slots(Path.of(""), count);
    slots.alone = true;
    return slots;
  }

  /** Takes a place; empty if none is free in all processes. */
  synchronized Optional<Permit> tryTake() {
    for (int slot = 0; slot < taken.length; slot++) {
      if (!taken[slot]) {
        Optional<Permit> permit = tryTake(slot);
        if (permit.isPresent()) {
          return permit;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Permit> tryTake(int slot) {
    LockedFile file = null;
    if (!alone) {
      try {
        Optional<LockedFile> locked = lock(slot);
        if (locked.isEmpty()) {
          return Optional.empty();
        }
        file = locked.get();
      } catch (IOException e) {
        alone = true;
        LOG.warn(
            "The quota files {}* cannot be used ({}): calls of other processes are not counted.",
            prefix,
            e.toString());
      }
    }
    taken[slot] = true;
    LockedFile held = file;
    AtomicBoolean open = new AtomicBoolean(true);
    return Optional.of(
        () -> {
          if (open.compareAndSet(true, false)) {
            giveBack(slot, held);
          }
        });
  }

  private synchronized void giveBack(int slot, @Nullable LockedFile file) {
    taken[slot] = false;
    if (file != null) {
      close(file);
    }
  }

  private Optional<LockedFile> lock(int slot) throws IOException {
    Path folder = prefix.getParent();
    if (folder != null) {
      PrivateFiles.createFolders(folder);
    }
    return LockedFile.tryOpen(prefix.resolveSibling(prefix.getFileName() + "" + slot));
  }

  private static void close(LockedFile file) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.debug("A quota file did not close: {}", e.toString());
    }
  }
}
