package dev.mixpaneldata.account;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration file with its secrets. Only its owner can read it, and it is never a symbolic
 * link. It is replaced as a whole: a crash leaves the old file or the new one.
 */
final class ConfigFile {
  private static final Logger LOG = LoggerFactory.getLogger(AccountStore.class);
  private static final Set<Path> WARNED = ConcurrentHashMap.newKeySet();

  /** A file of accounts has a few kilobytes. */
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

  /** Changes the text; writes nothing if it stays equal. */
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
    refuseOtherThanFile();
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw failure("It is larger than a megabyte.", "Check that it is the right file.", null);
      }
      // Strict, because the next change would write a replaced character back.
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
    try {
      PrivateFiles.createFolders(folder);
      PrivateFiles.replace(
          file,
          text.getBytes(StandardCharsets.UTF_8),
          () -> {
            // Another process may have edited the file since it was read.
            if (!readText().equals(expected)) {
              throw failure("Another process changed it in the meantime.", "Try again.", null);
            }
          });
    } catch (IOException e) {
      throw failure("It cannot be written: " + e, "Check the permissions of " + folder + ".", e);
    }
  }

  private void refuseOtherThanFile() {
    if (Files.isSymbolicLink(file)) {
      throw failure(
          "It is a symbolic link, and secrets are not read through links.",
          "Replace the link by the file itself, or set MP_CONFIG_PATH to the path of the file.",
          null);
    }
    // Reading a pipe would wait for its writer forever.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw failure("It is not a regular file.", "Set MP_CONFIG_PATH to the file itself.", null);
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private MixpanelDataException failure(String message, String hint, @Nullable Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.CONFIG_INVALID, "The configuration file " + file + ": " + message, hint, cause);
  }
}
