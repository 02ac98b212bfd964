package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The boards of this user. A board is a JSON file that people can read and keep in git: {@code
 * NAME.board.json} in the folder {@code boards} of the data directory, or any file whose path is
 * given in place of a name. Thread-safe.
 *
 * <pre>{@code
 * Boards boards = Boards.of(Settings.system());
 * Answers answers = new Answers(() -> workspace, () -> connections, Clock.systemUTC());
 * boards.pin("growth", Question.operation("segmentation", arguments), Optional.empty(), answers);
 * boards.refresh("growth", Optional.empty(), answers);
 * String page = BoardPage.of(boards.board("growth"));
 * }</pre>
 */
public final class Boards {
  private static final String SUFFIX = ".board.json";

  private final Path folder;

  /** Creates the boards of a folder, which need not exist. */
  public Boards(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** Returns the boards in the data directory of these settings. */
  public static Boards of(Settings settings) {
    return new Boards(settings.dataDirectory().resolve("boards"));
  }

  /** Returns the names of the boards in the folder, sorted. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file of a board, whether or not it exists. */
  public Path path(String board) {
    if (isPath(board)) {
      return Path.of(board).toAbsolutePath();
    }
    if (!board.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,59}")) {
      throw MixpanelDataException.invalidArgument(
          "The name '" + board + "' cannot be used for a board.",
          "Use up to 60 letters, digits, dashes and underscores, or the path of a file.");
    }
    return folder.resolve(board + SUFFIX);
  }

  /**
   * Returns a board.
   *
   * @param board its name, or the path of its file
   * @throws MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public Board board(String board) {
    return file(board)
        .read()
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.NOT_FOUND,
                    "There is no board '" + board + "'.",
                    names().isEmpty()
                        ? "None was made yet."
                        : "There are: " + String.join(", ", names()) + "."));
  }

  /**
   * Asks a question and pins its answer. A board that does not exist is made.
   *
   * @param title the title of the pin; one made of the question unless given
   */
  public Pin pin(String board, Question question, Optional<String> title, Answers answers) {
    BoardFile file = file(board);
    file.read();
    Question asked = answers.ofThisProject(question);
    PinnedAnswer answer = answers.ask(asked);
    String shown = title.filter(t -> !t.isBlank()).orElse(answer.title());
    Board changed =
        file.update(
            current ->
                current.with(
                    new Pin(
                        current.freeId(shown),
                        shown,
                        asked,
                        answer.at(),
                        answer,
                        Optional.empty())));
    return changed.pins().get(changed.pins().size() - 1);
  }

  /**
   * Asks the questions of a board again. A question that fails keeps its answer and gets the error
   * beside it; the others are asked all the same.
   *
   * @param id the only pin to ask for; all if empty
   */
  public Board refresh(String board, Optional<String> id, Answers answers) {
    Board before = board(board);
    List<Pin> asked = id.isPresent() ? List.of(before.pin(id.get())) : before.pins();
    List<Pin> newer = asked.stream().map(pin -> refreshed(pin, answers)).toList();
    return file(board).update(current -> current.refreshed(newer));
  }

  /**
   * Moves a pin to another place.
   *
   * @param place the place among the pins, from 0; a greater one than the last is the last
   */
  public Board move(String board, String id, int place) {
    board(board);
    return file(board).update(current -> current.moved(current.pin(id), place));
  }

  /** Removes a pin. */
  public Board remove(String board, String id) {
    board(board);
    return file(board).update(current -> current.without(current.pin(id)));
  }

  /** Removes a board with all its pins. */
  public void remove(String board) {
    board(board);
    file(board).delete();
  }

  private static Pin refreshed(Pin pin, Answers answers) {
    try {
      return pin.answered(answers.ask(pin.question()));
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.INTERRUPTED) {
        throw e;
      }
      return pin.failed(
          new Pin.Failure(
              answers.clock().instant(), e.code(), Objects.requireNonNullElse(e.getMessage(), "")));
    }
  }

  private BoardFile file(String board) {
    Path path = path(board);
    String name = String.valueOf(path.getFileName());
    String stem = name.replaceAll("(\\.board)?\\.json$", "");
    return new BoardFile(path, stem.isEmpty() ? name : stem);
  }

  private static boolean isPath(String board) {
    return board.contains("/") || board.contains("\\") || board.endsWith(".json");
  }
}
