package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.TextFile;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.WholeBody;
import dev.mixpaneldata.operation.ParameterDescription;
import java.io.IOException;

/**
 * JSON as the value of an option: the JSON itself, {@code @FILE}, or {@code -} for standard input.
 * The option for a whole body takes the name of a file without the {@code @}, too.
 */
final class JsonArgument {
  private static final String HINT =
      "Give a file of JSON after the @, - for standard input, or the JSON itself.";

  private final CommandContext context;

  JsonArgument(CommandContext context) {
    this.context = context;
  }

  /** Returns the JSON that a value stands for. */
  String text(ParameterDescription parameter, String value) {
    if (value.equals("-")) {
      return standardInput();
    }
    if (value.startsWith("@")) {
      return TextFile.read(value.substring(1), HINT);
    }
    boolean named = WholeBody.is(parameter) && !value.strip().startsWith("{");
    return named ? TextFile.read(value, HINT) : value;
  }

  private String standardInput() {
    try {
      return TextFile.read(context.in(), "Standard input", HINT);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED, "Standard input cannot be read.", null, e);
    }
  }
}
