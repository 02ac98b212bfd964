package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.error.Vocabulary;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A builder of options and arguments from parameters. */
final class ParameterOptions {
  /** The name of an option's value in help, where it differs from the option's own name. */
  private static final Map<String, String> LABELS =
      Map.of("local", "TABLE", "profiles", "TABLE", "timezone", "ZONE", "by_cohort", "COHORT");

  private final Vocabulary words;

  /**
   * Creates a builder that names things in these words.
   *
   * @param words the names that help uses for operations and parameters
   */
  ParameterOptions(Vocabulary words) {
    this.words = words;
  }

  /** Returns an option; the elements of a list may be one text with commas. */
  OptionSpec option(ParameterDescription parameter, List<String> names) {
    return option(parameter, names, ", separated by commas or given several times");
  }

  /** Returns an option that takes each text as one element of a list, commas included. */
  OptionSpec whole(ParameterDescription parameter, List<String> names) {
    return option(parameter, names, "; may be given several times");
  }

  private OptionSpec option(ParameterDescription parameter, List<String> names, String several) {
    OptionSpec.Builder option =
        OptionSpec.builder(names.get(0), names.subList(1, names.size()).toArray(String[]::new))
            .required(parameter.required())
            .description(description(parameter, several))
            .paramLabel(label(parameter));
    if (parameter.type().kind() == Kind.BOOLEAN) {
      // Without a default, a third answer is to leave it as it is.
      boolean negatable = parameter.defaultValue().isEmpty();
      return option.type(Boolean.class).arity("0").negatable(negatable).build();
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

  PositionalParamSpec positional(ParameterDescription parameter, String label, int position) {
    boolean isList = parameter.type().repeated();
    PositionalParamSpec.Builder argument =
        PositionalParamSpec.builder()
            .index(isList ? position + "..*" : Integer.toString(position))
            .required(parameter.required())
            .arity(parameter.required() ? "1" : "0..1")
            .paramLabel(label)
            .description(description(parameter, ", separated by commas or one after the other"));
    return isList
        ? argument.type(ArrayList.class).auxiliaryTypes(String.class).arity("1..*").build()
        : argument.type(String.class).build();
  }

  private static String label(ParameterDescription parameter) {
    return parameter.type().kind() == Kind.BOOLEAN
        ? ""
        : LABELS.getOrDefault(parameter.name(), parameter.name().toUpperCase(Locale.ROOT));
  }

  private String description(ParameterDescription parameter, String several) {
    List<String> choices = parameter.type().choices();
    String text =
        parameter.help(words)
            + (choices.isEmpty() ? "" : ": " + String.join(", ", choices))
            + parameter
                .defaultValue()
                .filter(d -> parameter.type().kind() != Kind.BOOLEAN)
                .map(d -> " (default " + d + ")")
                .orElse("")
            + (parameter.type().repeated() ? several : "")
            + ".";
    return text.replace("%", "%%");
  }
}
