package dev.mixpaneldata.cli;

import picocli.CommandLine.Model.ArgSpec;

/** The sentences of picocli's model as people read them: its escapes and variables resolved. */
public final class HelpText {
  private HelpText() {}

  /** What an option or a parameter does. */
  public static String of(ArgSpec argument) {
    String text = String.join(" ", argument.description());
    if (argument.completionCandidates() != null) {
      text =
          text.replace(
              "${COMPLETION-CANDIDATES}", String.join(", ", argument.completionCandidates()));
    }
    return plain(
        text.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString(true))));
  }

  /** A text without variables, such as an example. */
  public static String plain(String text) {
    return text.replace("%%", "%");
  }
}
