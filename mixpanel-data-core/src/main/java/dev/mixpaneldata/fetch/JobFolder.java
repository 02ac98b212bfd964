package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
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
 * The folder where a fetch keeps its downloads until they are in the table. It outlives the
 * process; an equal request finds it by its name. A process that works in it holds a lock, which
 * the operating system frees when the process dies.
 */
final class JobFolder implements AutoCloseable {
  private static final String LOCK_FILE = "lock";

  private final Path folder;
  private final FileChannel lockChannel;

  private JobFolder(Path folder, FileChannel lockChannel) {
    this.folder = folder;
    this.lockChannel = lockChannel;
  }

  /** Opens a folder below the data directory; the error says which process runs the same fetch. */
  static JobFolder open(Path dataDirectory, Path folder) {
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
            "The same fetch is running already" + holder + ".",
            "Wait until it has ended, then repeat the fetch if it is still needed.");
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new JobFolder(folder, channel);
    } catch (IOException e) {
      throw FetchErrors.disk("The fetch's folder " + folder + " cannot be used", e);
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

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Removes the folder and its content, after its rows have reached the table. */
  void delete() {
    try {
      PrivateFiles.removeTree(folder);
    } catch (IOException e) {
      throw FetchErrors.disk("The fetch's folder " + folder + " cannot be removed", e);
    }
  }

  @Override
  public void close() {
    try {
      lockChannel.close();
    } catch (IOException e) {
      throw FetchErrors.disk("The lock of " + folder + " cannot be given back", e);
    }
  }
}
