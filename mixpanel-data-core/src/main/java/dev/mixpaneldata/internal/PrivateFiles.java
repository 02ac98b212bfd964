package dev.mixpaneldata.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes files and folders that hold a user's data; nothing else does. Folders have mode 0700 and
 * files 0600 from their first moment, independent of the umask, and no symbolic link is followed.
 * On file systems without POSIX permissions the modes are left to the system.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /** A file, on Linux, that belongs to the user of this process. */
  private static final Path OWN = Path.of("/proc/self");

  private PrivateFiles() {}

  /**
   * Makes the folder and its parents if they are missing. Existing ones are the user's choice and
   * stay unchanged.
   */
  public static void createFolders(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    createFolders(folder.getParent());
    try {
      Files.createDirectory(folder, mode(folder, FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /**
   * Returns a folder of our own below a folder of the user's, and makes it if it is missing. An
   * existing one is closed to others; a link, or somebody else's folder, is refused.
   */
  public static Path folder(Path base, String... names) throws IOException {
    createFolders(base);
    Path folder = base;
    for (String name : names) {
      folder = folder.resolve(name);
      try {
        Files.createDirectory(folder, mode(folder, FOLDER));
      } catch (FileAlreadyExistsException e) {
        close(folder);
      }
    }
    return folder;
  }

  /**
   * Returns a folder of our own below a folder of the user's. Existing parts are closed to others;
   * nothing is made.
   */
  public static Path closed(Path base, String... names) throws IOException {
    Path folder = base;
    for (String name : names) {
      folder = folder.resolve(name);
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        close(folder);
      }
    }
    return folder;
  }

  /** Opens a file for reading and writing, and makes it if it is missing. */
  public static FileChannel open(Path file) throws IOException {
    return channel(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Opens a file for writing at its end, and makes it if it is missing. */
  public static FileChannel append(Path file) throws IOException {
    return channel(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** Opens a new, empty file for writing; an existing one is removed, not overwritten. */
  public static FileChannel create(Path file) throws IOException {
    Files.deleteIfExists(file);
    return channel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Opens a new, empty file as {@link #create} does, as a stream without a buffer. */
  public static OutputStream stream(Path file) throws IOException {
    return Channels.newOutputStream(create(file));
  }

  /** Writes all of the bytes at the channel's position. */
  public static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** A check before a new file replaces the old one. */
  @FunctionalInterface
  public interface Check {
    void check() throws IOException;
  }

  /** Replaces a file as a whole: a crash leaves the old one or the new one, safe on disk. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    replace(file, bytes, () -> {});
  }

  /**
   * Replaces a file as {@link #replace(Path, byte[])} does, unless the check fails after the new
   * file is complete.
   */
  public static void replace(Path file, byte[] bytes, Check check) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path temporary = absolute.resolveSibling("." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel = create(temporary)) {
        write(channel, bytes);
        channel.force(true);
      }
      check.check();
      Files.move(
          temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(absolute.getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Writes the names in a folder to disk, if the system can. */
  public static void forceFolder(@Nullable Path folder) throws IOException {
    // Windows cannot open folders, and does not need this.
    if (folder != null && isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Closes an existing file to others. */
  public static void restrict(Path file) throws IOException {
    setMode(file, FILE);
  }

  /** Closes an existing folder to others. */
  public static void restrictFolder(Path folder) throws IOException {
    setMode(folder, FOLDER);
  }

  /** Removes a file, or a folder with its content; does nothing if there is none. */
  public static void removeTree(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Returns whether the folder exists, is not a link, and belongs to this user. */
  public static boolean isOwnFolder(@Nullable Path folder) {
    return folder != null && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isOwn(folder);
  }

  /**
   * Returns whether a file, a folder or a link itself belongs to this user, as far as can be known.
   */
  public static boolean isOwn(Path path) {
    try {
      return !isPosix(path)
          || !Files.exists(OWN)
          || Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(OWN));
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether everybody may make files in the folder. */
  public static boolean isWritableByAll(@Nullable Path folder) throws IOException {
    return folder != null
        && isPosix(folder)
        && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static void close(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw Files.isSymbolicLink(folder)
          ? new FileSystemException(
              folder.toString(), null, "is a symbolic link, and data is not stored behind links")
          : new NotDirectoryException(folder.toString());
    }
    if (!isOwnFolder(folder)) {
      throw new AccessDeniedException(folder.toString(), null, "it belongs to another user");
    }
    setMode(folder, FOLDER);
  }

  private static void setMode(Path path, Set<PosixFilePermission> permissions) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    // Checked first: a folder on a read-only file system may keep permissions that suffice.
    if (view != null && !permissions.containsAll(view.readAttributes().permissions())) {
      view.setPermissions(permissions);
    }
  }

  private static FileChannel channel(Path file, OpenOption... options) throws IOException {
    Set<OpenOption> all = new HashSet<>(Set.of(options));
    all.add(LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(file, all, mode(file, FILE));
  }

  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
