package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.binding.WholeBody;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options and arguments that the parameters of an operation have on a command line. */
public final class OperationArguments<Q extends Record> {
  private final OperationSpec<Q, ?> operation;
  private final ParameterOptions options;
  private final JsonArgument json;
  private final Map<String, ArgSpec> arguments = new LinkedHashMap<>();

  /** Options that each stand for one choice, by parameter. */
  private final Map<String, Map<String, OptionSpec>> flags = new LinkedHashMap<>();

  /** Creates the options and arguments of an operation. */
  public OperationArguments(OperationSpec<Q, ?> operation, CommandContext context) {
    this.operation = operation;
    this.options = new ParameterOptions(new CommandWords(context));
    this.json = new JsonArgument(context);
  }

  /** Adds the options and arguments to a command. */
  public void addTo(CommandSpec spec) {
    int position = 0;
    boolean wholeBody = operation.parameters().stream().anyMatch(WholeBody::is);
    for (ParameterDescription parameter : operation.parameters()) {
      List<String> names = Presentations.names(operation.id(), parameter);
      List<Presentation.Flag> own =
          Presentations.of(operation.id()).flags().getOrDefault(parameter.name(), List.of());
      if (!own.isEmpty()) {
        Map<String, OptionSpec> choices = new LinkedHashMap<>();
        own.forEach(flag -> choices.put(flag.choice(), flag.option()));
        flags.put(parameter.name(), choices);
        choices.values().forEach(spec::add);
        continue;
      }
      ArgSpec argument =
          names.get(0).startsWith("<")
              ? options.positional(parameter, names.get(0), position++)
              : options.option(wholeBody ? parameter.optional() : parameter, names);
      arguments.put(parameter.name(), argument);
      spec.add(argument);
    }
  }

  /** Returns the request that the arguments give. */
  public Q request() {
    return Binder.bind(operation.request(), given(), this::shownName);
  }

  /** Returns the given values, by the names of the parameters. */
  public Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    for (ParameterDescription parameter : operation.parameters()) {
      ArgSpec argument = arguments.get(parameter.name());
      Object value = argument == null ? null : argument.getValue();
      if (value instanceof List<?> list) {
        // One text is split at its commas; repeated options mark their own ends.
        given.put(parameter.name(), list.size() == 1 ? list.get(0) : list);
      } else if (value != null) {
        boolean isJson = parameter.type().kind() == Kind.JSON;
        given.put(parameter.name(), isJson ? json.text(parameter, value.toString()) : value);
      }
    }
    flags.forEach((name, choices) -> chosen(choices).ifPresent(c -> given.put(name, c)));
    return given;
  }

  /** Returns the choice whose option was given. */
  private static Optional<String> chosen(Map<String, OptionSpec> choices) {
    List<Map.Entry<String, OptionSpec>> chosen =
        choices.entrySet().stream()
            .filter(choice -> Boolean.TRUE.equals(choice.getValue().getValue()))
            .toList();
    if (chosen.size() > 1) {
      throw MixpanelDataException.invalidArgument(
          chosen.stream()
                  .map(choice -> choice.getValue().longestName())
                  .collect(Collectors.joining(" and "))
              + " contradict each other.",
          "Choose one of them.");
    }
    return chosen.stream().findFirst().map(Map.Entry::getKey);
  }

  private String shownName(String parameter) {
    return operation.parameters().stream()
        .filter(p -> p.name().equals(parameter))
        .map(p -> Presentations.option(operation.id(), p.name()))
        .findFirst()
        .orElse(parameter);
  }
}
