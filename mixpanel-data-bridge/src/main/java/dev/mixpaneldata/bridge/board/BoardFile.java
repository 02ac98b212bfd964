package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A board in a file that only its owner can read. It is replaced as a whole, and a change that
 * another process made meanwhile is not lost: the own change is then made again on top of it.
 */
final class BoardFile {
  private static final int MOST_ATTEMPTS = 20;
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
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<byte[]> before = bytes();
      Board changed =
          change.apply(before.map(this::parsed).orElseGet(() -> new Board(title, List.of())));
      byte[] text = BoardCodec.write(changed).getBytes(StandardCharsets.UTF_8);
      try {
        PrivateFiles.createFolders(file.getParent());
        PrivateFiles.replace(
            file,
            text,
            () -> {
              if (!same(before, bytes())) {
                throw new Overtaken();
              }
            });
        return parsed(text);
      } catch (Overtaken again) {
        // The change is made once more, to what the other process wrote.
      } catch (IOException e) {
        throw failure("It cannot be written: " + e + ".", e);
      }
    }
    throw failure("Other processes change it all the time.", null);
  }

  private static final class Overtaken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && Arrays.equals(one.orElse(new byte[0]), other.orElse(new byte[0]));
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
