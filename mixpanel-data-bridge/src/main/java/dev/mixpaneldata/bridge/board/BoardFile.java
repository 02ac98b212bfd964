package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A board in a file that only its owner can read. It is replaced as a whole, and a change that
 * another process made meanwhile is not lost: the own change is then made again on top of it.
 */
final class BoardFile {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final long LARGEST = 64L * 1024 * 1024;

  private final Path file;
  private final String title;

  /**
   * @param title the title of the board if the file is new
   */
  BoardFile(Path file, String title) {
    this.file = file.toAbsolutePath();
    this.title = title;
  }

  Optional<Board> read() {
    return bytes().map(this::parsed);
  }

  /** Changes the board, which is empty if there is no file, and returns it as it is now read. */
  Board update(UnaryOperator<Board> change) {
    try {
      PrivateFiles.createFolders(file.getParent());
      // Beside the file, since the file itself is replaced by each change.
      Optional<LockedFile> held = LockedFile.open(lock(), LONGEST_WAIT, PAUSE);
      try (LockedFile lock =
          held.orElseThrow(() -> failure("Other processes change it all the time.", null))) {
        Board changed = change.apply(read().orElseGet(() -> new Board(title, List.of())));
        byte[] text = BoardCodec.write(changed).getBytes(StandardCharsets.UTF_8);
        PrivateFiles.replace(file, text);
        return parsed(text);
      }
    } catch (IOException e) {
      throw failure("It cannot be written: " + e + ".", e);
    }
  }

  /** Removes the board. */
  void delete() {
    try {
      Files.delete(file);
      Files.deleteIfExists(lock());
    } catch (IOException e) {
      throw failure("It cannot be removed: " + e + ".", e);
    }
  }

  private Path lock() {
    return file.resolveSibling("." + file.getFileName() + ".lock");
  }

  private Optional<byte[]> bytes() {
    if (Files.isSymbolicLink(file)) {
      throw failure("It is a symbolic link, and boards are not kept behind links.", null);
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw failure("It is too large to be a board.", null);
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw failure("It cannot be read: " + e + ".", e);
    }
  }

  private Board parsed(byte[] bytes) {
    try {
      return BoardCodec.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (MixpanelDataException | IllegalArgumentException | java.time.DateTimeException e) {
      throw failure(String.valueOf(e.getMessage()), e);
    }
  }

  private MixpanelDataException failure(String message, @Nullable Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED,
        "The board " + file + ": " + message,
        "Choose another file, or correct this one.",
        cause);
  }
}
