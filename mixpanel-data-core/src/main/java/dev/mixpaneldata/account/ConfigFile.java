package dev.mixpaneldata.account;

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
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with secrets: readable by its owner alone, never a symbolic link, and replaced as a whole,
 * so that a crash leaves the old one or the new one.
 */
final class ConfigFile {
  private static final Logger LOG = LoggerFactory.getLogger(AccountStore.class);
  private static final Set<Path> WARNED = ConcurrentHashMap.newKeySet();

  /** A file of accounts has kilobytes. */
  private static final int LARGEST = 1024 * 1024;

  private final Path file;

  ConfigFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  ConfigText read() {
    return new ConfigText(readText(), file.toString());
  }

  /** Replaces the text by what becomes of it; nothing is written if it stays the same. */
  ConfigText update(UnaryOperator<ConfigText> change) {
    ConfigText before = read();
    ConfigText after = change.apply(before);
    if (!after.text().equals(before.text())) {
      write(after.text(), before.text());
    }
    return after;
  }

  boolean isReadableByOthers() {
    try {
      Set<PosixFilePermission> others =
          EnumSet.of(
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.GROUP_WRITE,
              PosixFilePermission.OTHERS_READ,
              PosixFilePermission.OTHERS_WRITE);
      return isPosix()
          && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
              .anyMatch(others::contains);
    } catch (IOException absent) {
      return false;
    }
  }

  private String readText() {
    refuseLink();
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw failure("It is larger than a megabyte.", "Is it the right file?", null);
      }
      // Strictly: a replaced letter would be written back by the next change.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (isReadableByOthers() && WARNED.add(file.toAbsolutePath())) {
        LOG.warn("{} holds secrets and others may read it; run: chmod 600 {}", file, file);
      }
      return text;
    } catch (NoSuchFileException absent) {
      return "";
    } catch (IOException e) {
      throw failure("It cannot be read: " + e, "Check its permissions and its encoding.", e);
    }
  }

  private void write(String text, String expected) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path temporary = null;
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, permissions("rwx------"));
      }
      temporary = Files.createTempFile(folder, ".config", ".tmp", permissions("rw-------"));
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      // Somebody else may have edited the file since we read it.
      if (!readText().equals(expected)) {
        throw failure("It was changed by another process meanwhile.", "Try again.", null);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(folder);
    } catch (IOException e) {
      throw failure("It cannot be written: " + e, "Check the permissions of " + folder + ".", e);
    } finally {
      delete(temporary);
    }
  }

  /** Makes the new name last; not every system can open a folder for this. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      LOG.debug("Cannot flush the folder {}: {}", folder, unsupported.toString());
    }
  }

  private static void delete(@Nullable Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      LOG.warn("{} holds secrets and could not be deleted: {}", temporary, e.toString());
    }
  }

  private void refuseLink() {
    if (Files.isSymbolicLink(file)) {
      throw failure(
          "It is a symbolic link, and secrets are not read through links.",
          "Put the file itself there, or set MP_CONFIG_PATH to where it is.",
          null);
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private FileAttribute<?>[] permissions(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private MixpanelDataException failure(String message, String hint, @Nullable Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.CONFIG_INVALID, "The configuration file " + file + ": " + message, hint, cause);
  }
}
