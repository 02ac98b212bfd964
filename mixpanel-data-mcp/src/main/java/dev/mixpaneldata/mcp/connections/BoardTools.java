package dev.mixpaneldata.mcp.connections;

import dev.mixpaneldata.bridge.ask.Asking;
import dev.mixpaneldata.bridge.board.Answers;
import dev.mixpaneldata.bridge.board.Board;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.board.Pin;
import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.derived.ReportArguments;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Boards as tools. An assistant chooses a board's name, not its place on the disk. */
final class BoardTools {
  private final Connections connections;
  private final Boards boards;

  BoardTools(Connections connections, Boards boards) {
    this.connections = connections;
    this.boards = boards;
  }

  List<Tool> all() {
    return List.of(
        RecordTool.of(
            "pin_to_board",
            "Ask a reading tool of this server, or a connection in words, and keep the answer with"
                + " its question on a board of the user.",
            Pinning.class,
            RecordTool.answering(
                ResultType.of(Pin.class),
                tool -> tool.in(Toolset.BOARDS, ToolKind.SINGLE).hints(ToolHints.FETCHES)),
            this::pin),
        RecordTool.of(
            "show_board",
            "The answers that are kept on a board; without a board, the boards there are.",
            Showing.class,
            RecordTool.answering(
                ResultType.of(Shown.class),
                tool -> tool.in(Toolset.BOARDS, ToolKind.SINGLE).hints(ToolHints.READS_LOCAL)),
            this::show),
        RecordTool.of(
            "refresh_board",
            "Ask the questions of a board again. Each that fails keeps its answer.",
            Refreshing.class,
            RecordTool.answering(
                ResultType.of(Board.class),
                tool -> tool.in(Toolset.BOARDS, ToolKind.SINGLE).hints(ToolHints.FETCHES)),
            this::refresh));
  }

  /** What pinning takes. */
  record Pinning(
      @Param(help = "Name of the board") String board,
      @Param(help = "The tool to ask") Optional<String> tool,
      @Param(help = "The tool's arguments, an object") Optional<Json> arguments,
      @Param(help = "Instead of a tool: a question in words to a connection")
          Optional<String> question,
      @Param(help = "The connection that the question is for; the only one unless given")
          Optional<String> connection,
      @Param(help = "Title of the answer; unless given, made of the question")
          Optional<String> title) {
    Pinning {
      named(board);
      if (tool.isPresent() == question.isPresent()) {
        throw MixpanelDataException.invalidArgument(
            "Either a tool or a question is needed.", "Give one of them.");
      }
    }
  }

  /** What showing takes. */
  record Showing(@Param(help = "Name of the board") Optional<String> board) {
    Showing {
      board.ifPresent(BoardTools::named);
    }
  }

  /** What showing answers: the names of all boards, and the pins of the one that was named. */
  record Shown(List<String> boards, List<Pin> pins) {}

  /** What refreshing takes. */
  record Refreshing(
      @Param(help = "Name of the board") String board,
      @Param(help = "The id of the only pin to ask for; all unless given") Optional<String> pin) {
    Refreshing {
      named(board);
    }
  }

  private ToolAnswer pin(Pinning asked, ToolCall call) {
    Question question = asked.question().isPresent() ? inWords(asked) : ofTool(asked);
    Pin pin = boards.pin(asked.board(), question, asked.title(), answers(call));
    return ToolAnswer.of(pin, "Pinned as " + pin.id() + ".\n" + text(pin));
  }

  private Question inWords(Pinning asked) {
    try (Connection connection = connections.open(asked.connection())) {
      return Question.words(
          connection.info().name(), Asking.plan(connection, asked.question().orElse("")));
    }
  }

  private Question ofTool(Pinning asked) {
    String tool = asked.tool().orElse("");
    Json arguments = asked.arguments().orElse(new Json("{}"));
    Optional<VendorTools.Named> vendor = VendorTools.find(connections, tool);
    if (vendor.isPresent()) {
      return Question.tool(vendor.get().connection(), vendor.get().tool(), arguments);
    }
    Map<String, Object> own = new LinkedHashMap<>();
    if (!(JsonText.parse(arguments.text()).orElse("") instanceof Map<?, ?> map)) {
      throw MixpanelDataException.invalidArgument(
          "The arguments are not an object.", "Give them as the tool " + tool + " takes them.");
    }
    map.forEach(
        (name, value) -> {
          if (value != null) {
            own.put(String.valueOf(name), value);
          }
        });
    Map<String, Object> target = ReportArguments.splitFrom(tool, own);
    return new Question.OfOperation(tool, own, target, Optional.empty(), Optional.empty());
  }

  private ToolAnswer show(Showing asked, ToolCall call) {
    if (asked.board().isEmpty()) {
      return ToolAnswer.of(
          new Shown(boards.names(), List.of()), AnswerText.of("Boards", boards.names()));
    }
    Board board = boards.board(asked.board().get());
    return ToolAnswer.of(new Shown(boards.names(), board.pins()), text(board));
  }

  private ToolAnswer refresh(Refreshing asked, ToolCall call) {
    Board board = boards.refresh(asked.board(), asked.pin(), answers(call));
    return ToolAnswer.of(board, text(board));
  }

  private Answers answers(ToolCall call) {
    return new Answers(call::workspace, () -> connections, call.session().clock());
  }

  private static String text(Board board) {
    return board.pins().isEmpty()
        ? "Nothing is pinned."
        : board.pins().stream().map(BoardTools::text).collect(Collectors.joining("\n\n"));
  }

  private static String text(Pin pin) {
    return AnswerText.of(Visible.line(pin.title()), pin.answer())
        + pin.failure()
            .map(failure -> "\nNot refreshed: " + Visible.line(failure.message()))
            .orElse("");
  }

  private static void named(String board) {
    if (!board.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*")) {
      throw MixpanelDataException.invalidArgument(
          "'" + board + "' is not the name of a board.",
          "Use letters, digits, dashes and underscores.");
    }
  }
}
