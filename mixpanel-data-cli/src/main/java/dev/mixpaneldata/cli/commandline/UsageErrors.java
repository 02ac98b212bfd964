package dev.mixpaneldata.cli.commandline;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.internal.Misplaced;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A handler of arguments that cannot be parsed: it prints the mistake and the nearest valid word,
 * with status 3.
 */
final class UsageErrors implements IParameterExceptionHandler {
  private final CommandContext context;

  UsageErrors(CommandContext context) {
    this.context = context;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    // A misspelt option leaves the right one missing; the misspelling is the mistake to name.
    List<String> strange = line.getUnmatchedArguments();
    ParameterException told =
        strange.isEmpty() || failure instanceof UnmatchedArgumentException
            ? failure
            : new UnmatchedArgumentException(line, strange);
    String command = line.getCommandSpec().qualifiedName();
    String see = "See '" + command + " --help'.";
    String message = sentence(String.valueOf(told.getMessage()));
    if (told instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      message =
          first.startsWith("-")
              ? "Unknown option '" + first.replaceFirst("=.*", "") + "' of '" + command + "'."
              : line.getSubcommands().isEmpty()
                  ? "'" + command + "' takes no argument " + Misplaced.shown(first) + "."
                  : "Unknown command '" + command + " " + first + "'.";
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        see =
            near.stream()
                    .limit(3)
                    .map(s -> "'" + s + "'")
                    .collect(Collectors.joining(" or ", "Did you mean ", "? "))
                + see;
      }
    }
    new ErrorReport(context).usage(message, see);
    return ErrorCode.INVALID_ARGUMENT.exitStatus();
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
