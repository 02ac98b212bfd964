package dev.mixpaneldata.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.exception.JsonQueryUserException;
import net.thisptr.jackson.jq.path.Path;

/** A compiled jq program. */
final class JqFilter {
  private static final String HINT =
      "See https://jqlang.org/manual for the language; quote the whole program in the shell.";

  private final String text;
  private final JsonQuery query;

  private JqFilter(String text, JsonQuery query) {
    this.text = text;
    this.query = query;
  }

  /** Compiles a program. Refuses one that cannot be parsed. */
  static JqFilter compile(String text) {
    try {
      return new JqFilter(text, JsonQuery.compile(text, Versions.JQ_1_7));
    } catch (JsonQueryException e) {
      throw MixpanelDataException.invalidArgument(
          "The jq filter '" + text + "' cannot be parsed: " + firstLine(e) + ".", HINT);
    }
  }

  /** Returns all values that the program makes of a result. */
  List<JsonNode> apply(Object result) {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
    scope.addFunction("error", 1, JqFilter::raise);
    List<JsonNode> values = new ArrayList<>();
    try {
      query.apply(scope, JsonText.tree(result), values::add);
    } catch (JsonQueryException e) {
      throw MixpanelDataException.invalidArgument(
          "The jq filter '" + text + "' failed: " + firstLine(e) + ".", HINT);
    } catch (StackOverflowError e) {
      throw MixpanelDataException.invalidArgument(
          "The jq filter '" + text + "' calls itself too often.", HINT);
    }
    return values;
  }

  /** The library's own {@code error} takes {@code error(null)} for {@code empty}. */
  private static void raise(
      Scope scope,
      List<Expression> arguments,
      JsonNode input,
      Path path,
      PathOutput output,
      Version version)
      throws JsonQueryException {
    arguments
        .get(0)
        .apply(
            scope,
            input,
            value -> {
              throw new JsonQueryUserException(value);
            });
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
