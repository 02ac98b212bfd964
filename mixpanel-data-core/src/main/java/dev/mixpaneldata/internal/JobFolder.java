package dev.mixpaneldata.internal;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The folder where a job, such as a fetch, keeps what is done until all of it is. It outlives the
 * process; the same request finds it again by its name. While a process works in it, it holds a
 * lock that the operating system frees when the process dies.
 */
public final class JobFolder implements AutoCloseable {
  private static final String LOCK_FILE = "lock";

  private final String job;
  private final Path folder;
  private final LockedFile lock;

  private JobFolder(String job, Path folder, LockedFile lock) {
    this.job = job;
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder below the data directory, or says which process is at the same job.
   *
   * @param job what a person calls the job, such as {@code fetch}
   */
  public static JobFolder open(String job, Path dataDirectory, Path folder) {
    try {
      Path below = dataDirectory.relativize(folder);
      PrivateFiles.folder(
          dataDirectory,
          IntStream.range(0, below.getNameCount())
              .mapToObj(number -> below.getName(number).toString())
              .toArray(String[]::new));
      Path file = folder.resolve(LOCK_FILE);
      Optional<LockedFile> lock = LockedFile.tryOpen(file);
      if (lock.isEmpty()) {
        throw new MixpanelDataException(
            ErrorCode.DATABASE_LOCKED,
            "The same " + job + " is running already" + holder(file) + ".",
            "Wait until it has ended, then repeat the " + job + " if it is still needed.");
      }
      FileChannel channel = lock.get().channel();
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ownPid().getBytes(StandardCharsets.UTF_8)), 0);
      return new JobFolder(job, folder, lock.get());
    } catch (IOException e) {
      throw DiskFailure.of(job, "The folder " + folder + " of the " + job + " cannot be used", e);
    }
  }

  private static String holder(Path file) throws IOException {
    // Reading a file that this process holds would free it.
    String pid = LockedFile.isHeldHere(file) ? ownPid() : Files.readString(file);
    return pid.isEmpty() ? "" : " in process " + pid;
  }

  private static String ownPid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  /** A file in the folder. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Removes the folder with all that is in it, once the job is done. */
  public void delete() {
    try {
      PrivateFiles.removeTree(folder);
    } catch (IOException e) {
      throw DiskFailure.of(
          job, "The folder " + folder + " of the " + job + " cannot be removed", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw DiskFailure.of(job, "The lock of " + folder + " cannot be released", e);
    }
  }
}
