package dev.mixpaneldata.cli.commandline;

import picocli.CommandLine.Model.ArgSpec;

/** The sentences of picocli's model for people, with its escapes and variables resolved. */
public final class HelpText {
  private HelpText() {}

  /** Returns the help of an option or a parameter. */
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

  /** Returns a text without variables, such as an example. */
  public static String plain(String text) {
    return text.replace("%%", "%");
  }
}
