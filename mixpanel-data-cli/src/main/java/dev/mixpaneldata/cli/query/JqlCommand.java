package dev.mixpaneldata.cli.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.TextFile;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.jql.JqlRequest;
import dev.mixpaneldata.jql.JqlResult;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code mp query jql}, written by hand because its script has three possible sources and its
 * parameters are given one by one.
 */
final class JqlCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A file of JavaScript that defines main(), or - for standard input.")
  private @Nullable String file;

  @Option(
      names = {"-c", "--script"},
      paramLabel = "SCRIPT",
      description = "The JavaScript itself.")
  private @Nullable String script;

  @Option(
      names = {"-P", "--param"},
      paramLabel = "NAME=TEXT",
      description = "A parameter that the script sees as params.NAME; may be given several times.")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--params",
      paramLabel = "JSON",
      description = "All parameters as a JSON object, or @FILE; for values other than text.")
  private @Nullable String object;

  @Mixin private final OutputOptions output = new OutputOptions();

  JqlCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    JqlRequest request = new JqlRequest(text(), params());
    output.print(
        context,
        () -> {
          JqlResult result = context.workspace().jql().run(request);
          context.say("Note: " + result.notice());
          return result;
        });
    return 0;
  }

  private String text() throws IOException {
    if ((file == null) == (script == null)) {
      throw MixpanelDataException.invalidArgument(
          file == null ? "No script is given." : "Two scripts are given: a file and a text.",
          "Give a file as the argument, or the JavaScript with --script, or - for standard input.");
    }
    if ("-".equals(file)) {
      return new String(context.in().readAllBytes(), StandardCharsets.UTF_8);
    }
    return script != null
        ? script
        : TextFile.read(String.valueOf(file), "Give a file of JavaScript in UTF-8.");
  }

  private Optional<Json> params() {
    if (parameters.isEmpty() && object == null) {
      return Optional.empty();
    }
    ObjectNode params = object == null ? JsonNodeFactory.instance.objectNode() : read(object);
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw MixpanelDataException.invalidArgument(
            "The parameter '" + parameter + "' has no name and value.",
            "Write it as --param name=text.");
      }
      params.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    return Optional.of(new Json(params.toString()));
  }

  private static ObjectNode read(String given) {
    String text =
        given.startsWith("@")
            ? TextFile.read(given.substring(1), "Give a file of JSON in UTF-8.")
            : given;
    try {
      JsonNode node = Mappers.json().readTree(text);
      if (node instanceof ObjectNode params) {
        return params;
      }
    } catch (JsonProcessingException malformed) {
      // Reported below; the exception's own text speaks of bytes and of Java.
    }
    throw MixpanelDataException.invalidArgument(
        "--params is not a JSON object.", "Write it as --params '{\"name\": value}'.");
  }
}
