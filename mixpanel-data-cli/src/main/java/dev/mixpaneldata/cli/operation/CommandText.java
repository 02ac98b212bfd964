package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Questions as command lines to copy into a shell. */
public final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,-]+");

  private CommandText() {}

  /** Returns the command line that asks a question. */
  public static String of(Question.OfOperation question) {
    OperationSpec<?, ?> operation = Operations.find(question.operation()).orElseThrow();
    List<String> words = new ArrayList<>(List.of("mp"));
    words.addAll(List.of(operation.command().split(" ")));
    List<String> positional = new ArrayList<>();
    for (ParameterDescription parameter : operation.parameters()) {
      Object value = question.arguments().get(parameter.name());
      if (value != null) {
        add(operation.id(), parameter, value, words, positional);
      }
    }
    question
        .target()
        .forEach((name, value) -> options("--" + name.replace('_', '-'), value, words));
    words.addAll(positional);
    return String.join(" ", words);
  }

  private static void add(
      String operation,
      ParameterDescription parameter,
      Object value,
      List<String> words,
      List<String> positional) {
    List<Presentation.Flag> flags =
        Presentations.of(operation).flags().getOrDefault(parameter.name(), List.of());
    String option = Presentations.option(operation, parameter.name());
    if (!flags.isEmpty()) {
      flags.stream()
          .filter(flag -> flag.choice().equals(String.valueOf(value)))
          .forEach(flag -> words.add(flag.name()));
    } else if (option.startsWith("<")) {
      values(value).forEach(text -> positional.add(quoted(text)));
    } else if (parameter.type().kind() == ParameterType.Kind.BOOLEAN) {
      if (Boolean.parseBoolean(String.valueOf(value))) {
        words.add(option);
      }
    } else {
      options(option, value, words);
    }
  }

  private static void options(String option, Object value, List<String> words) {
    if (Boolean.TRUE.equals(value)) {
      words.add(option);
      return;
    }
    for (String text : values(value)) {
      words.add(option);
      words.add(quoted(text));
    }
  }

  private static List<String> values(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(ResultJson::cell).toList()
        : List.of(ResultJson.cell(value));
  }

  /** Returns a text as one word of a shell. */
  private static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
