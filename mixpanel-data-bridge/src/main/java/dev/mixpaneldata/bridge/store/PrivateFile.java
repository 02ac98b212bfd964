package dev.mixpaneldata.bridge.store;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that its owner alone may read, in a folder of the same kind. It is replaced as a whole, so
 * that a crash leaves the old text or the new one. Symbolic links are refused.
 */
public final class PrivateFile {
  private static final int LARGEST = 4 * 1024 * 1024;

  private final Path file;

  public PrivateFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /** The text; empty when there is no file. */
  public Optional<String> read() {
    refuseLink();
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw failure("It is too large to be one of ours.", null);
      }
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw failure("It cannot be read: " + e + ".", e);
    }
  }

  /** Replaces the text. */
  public void write(String text) {
    refuseLink();
    Path folder = folder();
    Path temporary = null;
    try {
      createFolder();
      temporary = Files.createTempFile(folder, ".new", ".tmp", permissions("rw-------"));
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      temporary = null;
    } catch (IOException e) {
      throw failure("It cannot be written: " + e + ".", e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** Writes a first text; whether this call did, and not another process before it. */
  public boolean writeIfAbsent(String text) {
    refuseLink();
    Path temporary = null;
    try {
      createFolder();
      temporary = Files.createTempFile(folder(), ".new", ".tmp", permissions("rw-------"));
      Files.writeString(temporary, text);
      Files.createLink(file, temporary);
      return true;
    } catch (java.nio.file.FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw failure("It cannot be written: " + e + ".", e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** Removes the file if there is one. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failure("It cannot be deleted: " + e + ".", e);
    }
  }

  /** Opens the file for locks, and creates it if there is none. */
  FileChannel open() throws IOException {
    createFolder();
    return FileChannel.open(
        file,
        java.util.Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        permissions("rw-------"));
  }

  private void createFolder() throws IOException {
    if (!Files.isDirectory(folder())) {
      Files.createDirectories(folder(), permissions("rwx------"));
    }
  }

  private Path folder() {
    return Objects.requireNonNull(file.getParent());
  }

  private void refuseLink() {
    if (Files.isSymbolicLink(file) || Files.isSymbolicLink(folder())) {
      throw failure("It is or lies behind a symbolic link, and secrets do not go there.", null);
    }
  }

  private FileAttribute<?>[] permissions(String permissions) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static void deleteQuietly(@org.jspecify.annotations.Nullable Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      // It holds what the file holds, in the same private folder.
    }
  }

  private MixpanelDataException failure(
      String message, @org.jspecify.annotations.Nullable Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.CONFIG_INVALID,
        "The file " + file + ": " + message,
        "Check the permissions of " + folder() + ".",
        cause);
  }
}
