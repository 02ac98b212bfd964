package dev.mixpaneldata.internal;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The folder where a job, such as a fetch, keeps what is done until all of it is. It outlives the
 * process; the same request finds it again by its name. While a process works in it, it holds a
 * lock that the operating system frees when the process dies.
 */
public final class JobFolder implements AutoCloseable {
  private static final String LOCK_FILE = "lock";

  private final String job;
  private final Path folder;
  private final FileChannel lockChannel;

  private JobFolder(String job, Path folder, FileChannel lockChannel) {
    this.job = job;
    this.folder = folder;
    this.lockChannel = lockChannel;
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
      FileChannel channel = PrivateFiles.open(folder.resolve(LOCK_FILE));
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String holder = readHolder(channel);
        channel.close();
        throw new MixpanelDataException(
            ErrorCode.DATABASE_LOCKED,
            "The same " + job + " is running already" + holder + ".",
            "Wait until it has ended, then repeat the " + job + " if it is still needed.");
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new JobFolder(job, folder, channel);
    } catch (IOException e) {
      throw DiskFailure.of(job, "The folder " + folder + " of the " + job + " cannot be used", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String readHolder(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    channel.read(buffer, 0);
    String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    return pid.isEmpty() ? "" : " in process " + pid;
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
      lockChannel.close();
    } catch (IOException e) {
      throw DiskFailure.of(job, "The lock of " + folder + " cannot be released", e);
    }
  }
}
