package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.WorkFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/** Makes database files that only this user can read, and refuses those of others. */
final class NewFile {
  private NewFile() {}

  /**
   * Makes an empty database if there is none. The engine makes files that all can read, and does
   * not accept an existing file that is empty. So the file is made in a folder that only this user
   * can read, and gets its place when it is closed to others.
   */
  static void make(Path file, EngineSettings settings) throws SQLException, IOException {
    Path parent = Objects.requireNonNull(file.getParent());
    PrivateFiles.createFolders(parent);
    requireOurs(file);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (WorkFolder folder = WorkFolder.in(parent, "." + file.getFileName() + ".new-")) {
      Path made = folder.path().resolve(file.getFileName());
      settings.connect(made).close();
      PrivateFiles.restrict(made);
      publish(made, file);
    }
  }

  private static void publish(Path made, Path file) throws IOException {
    try {
      // Unlike a move, a link never takes the place of a file that is there.
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException e) {
      // Another process has been quicker, and its file is as good.
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(made, file);
    }
  }

  /**
   * Refuses a file of others: in a folder that all may write, a file or link with the right name
   * may be a trap.
   */
  private static void requireOurs(Path file) throws IOException {
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw new FileSystemException(
          file.toString(), null, "is a symbolic link to a file that is not there");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && PrivateFiles.isWritableByAll(file.getParent())
        && !PrivateFiles.isOwn(file)) {
      throw new AccessDeniedException(
          file.toString(), null, "belongs to another user, in a folder that all may write");
    }
  }
}
