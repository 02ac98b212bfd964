package dev.mixpaneldata.bridge.store;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text file that its owner alone may read, in a folder of the same kind. It is replaced as a
 * whole; symbolic links are refused.
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
        throw failure("It is too large to be a file of connections.", null);
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
    try {
      makeFolder();
      PrivateFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure("It cannot be written: " + e + ".", e);
    }
  }

  /** Writes a first text; whether this call did, and not another process before it. */
  public boolean writeIfAbsent(String text) {
    Path whole = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
    try {
      makeFolder();
      PrivateFiles.replace(whole, text.getBytes(StandardCharsets.UTF_8));
      // A link takes the name only if it is free, and then with the whole text.
      Files.createLink(file, whole);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw failure("It cannot be written: " + e + ".", e);
    } finally {
      new PrivateFile(whole).delete();
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

  /** Locks the file as {@link LockedFile#open} does. */
  Optional<LockedFile> lock(Duration longest, Duration pause) throws IOException {
    makeFolder();
    return LockedFile.open(file, longest, pause);
  }

  private void makeFolder() throws IOException {
    Path folder = folder();
    PrivateFiles.folder(
        Objects.requireNonNull(folder.getParent()), String.valueOf(folder.getFileName()));
  }

  private Path folder() {
    return Objects.requireNonNull(file.getParent());
  }

  private void refuseLink() {
    if (Files.isSymbolicLink(file) || Files.isSymbolicLink(folder())) {
      throw failure(
          "It is or lies behind a symbolic link, and secrets are not stored there.", null);
    }
  }

  private MixpanelDataException failure(String message, @Nullable Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.CONFIG_INVALID,
        "The file " + file + ": " + message,
        "Check the permissions of " + folder() + ".",
        cause);
  }
}
