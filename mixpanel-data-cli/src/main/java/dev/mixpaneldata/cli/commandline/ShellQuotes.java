package dev.mixpaneldata.cli.commandline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The advice for arguments whose quotes a shell took away. */
final class ShellQuotes {
  /** A property without quotes, which no expression has. */
  private static final Pattern BARE =
      Pattern.compile("\\b(?:properties|user|behaviors)\\[\\s*[\\p{L}_$]");

  private ShellQuotes() {}

  /** Returns the advice if an argument looks like this. */
  static Optional<String> advice(List<String> arguments) {
    return arguments.stream().anyMatch(argument -> BARE.matcher(argument).find())
        ? Optional.of("In a shell, put the whole expression in single quotes.")
        : Optional.empty();
  }
}
