package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.CommandWords;
import dev.mixpaneldata.cli.TextFile;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Binder;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options and arguments that an operation's parameters make on a command line. */
public final class OperationArguments<Q extends Record> {
  private final OperationSpec<Q, ?> operation;
  private final CommandWords words;
  private final Map<String, ArgSpec> arguments = new LinkedHashMap<>();

  /** By parameter: the options that each stand for one of its choices. */
  private final Map<String, Map<String, OptionSpec>> flags = new LinkedHashMap<>();

  public OperationArguments(OperationSpec<Q, ?> operation, CommandContext context) {
    this.operation = operation;
    this.words = new CommandWords(context);
  }

  /** Adds them to a command. */
  public void addTo(CommandSpec spec) {
    int position = 0;
    for (ParameterDescription parameter : operation.parameters()) {
      List<String> names = Presentations.names(operation.id(), parameter);
      List<Presentation.Flag> own =
          Presentations.of(operation.id()).flags().getOrDefault(parameter.name(), List.of());
      if (!own.isEmpty()) {
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        own.forEach(flag -> options.put(flag.choice(), flag.option()));
        flags.put(parameter.name(), options);
        options.values().forEach(spec::add);
        continue;
      }
      ArgSpec argument =
          names.get(0).startsWith("<")
              ? positional(parameter, names.get(0), position++)
              : option(parameter, names);
      arguments.put(parameter.name(), argument);
      spec.add(argument);
    }
  }

  /** The request as it was given. */
  public Q request() {
    return Binder.bind(operation.request(), given(), this::shownName);
  }

  /** What was given, by the parameters' own names. */
  public Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    for (ParameterDescription parameter : operation.parameters()) {
      ArgSpec argument = arguments.get(parameter.name());
      Object value = argument == null ? null : argument.getValue();
      if (value instanceof List<?> list) {
        // One text is split at its commas; several say themselves where one ends.
        given.put(parameter.name(), list.size() == 1 ? list.get(0) : list);
      } else if (value != null) {
        boolean fromFile = parameter.type().kind() == Kind.JSON && value.toString().startsWith("@");
        given.put(
            parameter.name(),
            fromFile
                ? TextFile.read(
                    value.toString().substring(1),
                    "Give a file of JSON after the @, or the JSON itself.")
                : value);
      }
    }
    flags.forEach((name, options) -> chosen(options).ifPresent(c -> given.put(name, c)));
    return given;
  }

  /** The choice whose option was given. */
  private static Optional<String> chosen(Map<String, OptionSpec> options) {
    List<String> chosen =
        options.keySet().stream()
            .filter(choice -> Boolean.TRUE.equals(options.get(choice).getValue()))
            .toList();
    if (chosen.size() > 1) {
      throw MixpanelDataException.invalidArgument(
          chosen.stream()
                  .map(choice -> options.get(choice).longestName())
                  .collect(Collectors.joining(" and "))
              + " contradict each other.",
          "Choose one of them.");
    }
    return chosen.stream().findFirst();
  }

  private String shownName(String parameter) {
    return operation.parameters().stream()
        .filter(p -> p.name().equals(parameter))
        .map(p -> Presentations.option(operation.id(), p.name()))
        .findFirst()
        .orElse(parameter);
  }

  private OptionSpec option(ParameterDescription parameter, List<String> names) {
    OptionSpec.Builder option =
        OptionSpec.builder(names.get(0), names.subList(1, names.size()).toArray(String[]::new))
            .required(parameter.required())
            .description(description(parameter))
            .paramLabel(label(parameter));
    if (parameter.type().kind() == Kind.BOOLEAN) {
      return option.type(Boolean.class).arity("0").build();
    }
    if (parameter.type().repeated()) {
      return option.type(ArrayList.class).auxiliaryTypes(String.class).arity("1").build();
    }
    boolean file = parameter.type().kind() == Kind.FILE;
    return option
        .type(file ? Path.class : String.class)
        .arity("1")
        .completionCandidates(parameter.type().choices())
        .build();
  }

  private PositionalParamSpec positional(
      ParameterDescription parameter, String label, int position) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(position))
        .type(String.class)
        .required(parameter.required())
        .arity(parameter.required() ? "1" : "0..1")
        .paramLabel(label)
        .description(description(parameter))
        .build();
  }

  private static String label(ParameterDescription parameter) {
    return parameter.type().kind() == Kind.BOOLEAN ? "" : parameter.name().toUpperCase(Locale.ROOT);
  }

  private String description(ParameterDescription parameter) {
    List<String> choices = parameter.type().choices();
    String text =
        parameter.help(words)
            + (choices.isEmpty() ? "" : ": " + String.join(", ", choices))
            + parameter
                .defaultValue()
                .filter(d -> parameter.type().kind() != Kind.BOOLEAN)
                .map(d -> " (default " + d + ")")
                .orElse("")
            + (parameter.type().repeated() ? ", separated by commas or given several times" : "")
            + ".";
    return text.replace("%", "%%");
  }
}
