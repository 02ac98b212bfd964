package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one session's tables. It is made at the first use and removed with the session;
 * what a killed server left is removed by the next session. Thread-safe.
 */
final class SessionFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionFolder.class);
  private static final String PREFIX = "session-";

  /** The folder within the data folder. */
  static final String PARENT = "sessions";

  private final Path data;
  private @Nullable WorkFolder folder;

  /** Makes the folder, when it is used, below this data folder. */
  SessionFolder(Path data) {
    this.data = data;
  }

  /** Returns the folder; {@code STORAGE_FAILED} if it cannot be made. */
  synchronized Path path() {
    WorkFolder made = folder;
    if (made == null) {
      try {
        PrivateFiles.createFolders(data);
        made = WorkFolder.in(PrivateFiles.folder(data, PARENT), PREFIX);
      } catch (IOException e) {
        throw unusable(e);
      }
      folder = made;
    }
    return made.path();
  }

  static MixpanelDataException unusable(IOException cause) {
    LOG.warn("The folder of a session cannot be used", cause);
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED,
        "The folder of this session cannot be used.",
        "Whoever runs the server finds the reason in its log.",
        cause);
  }

  @Override
  public synchronized void close() {
    WorkFolder made = folder;
    folder = null;
    if (made != null) {
      try {
        made.close();
      } catch (IOException e) {
        LOG.warn("The tables of a session cannot be removed", e);
      }
    }
  }
}
