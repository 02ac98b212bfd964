package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.error.Vocabulary;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The words of this server's clients: names of tools and arguments. */
public final class ToolWords implements Vocabulary {
  /** What this server has no tool or argument for, unless it is started with more toolsets. */
  static final Set<Reference> LACKING =
      EnumSet.of(
          Reference.ADD_ACCOUNT,
          Reference.SWITCH_ACCOUNT,
          Reference.ACCOUNT,
          Reference.PROJECT,
          Reference.SIGN_IN,
          Reference.CONNECT,
          Reference.LIST_CONNECTIONS,
          Reference.CONNECTION_TOOLS,
          Reference.ALLOW_TOOLS,
          Reference.CALL_CONNECTION,
          Reference.CONNECTION_PROJECT);

  /** The words outside of a call of a tool. */
  public static final Vocabulary ANYWHERE = new ToolWords(Set.of());

  private final Set<String> arguments;

  private ToolWords(Set<String> arguments) {
    this.arguments = arguments;
  }

  /**
   * Returns the words within a call of a tool, which can be called again in another way.
   *
   * @param arguments the arguments that the tool takes
   */
  public static Vocabulary within(Set<String> arguments) {
    return new ToolWords(arguments);
  }

  @Override
  public Optional<String> name(Reference reference) {
    if (LACKING.contains(reference)) {
      return Optional.empty();
    }
    if (reference == Reference.LOCAL_TABLE) {
      return ofReport("source", Optional.of("local"));
    }
    return reference
        .parameter()
        .map(parameter -> argument(reference, parameter))
        .orElse(Optional.of(reference.owner()));
  }

  private Optional<String> argument(Reference reference, String parameter) {
    if (reference.owner().equals(Reference.Owner.REPORT)) {
      return ofReport(parameter, reference.choice());
    }
    String published = ArgumentNames.of(reference.owner()).published(parameter);
    return Optional.of(text(published, reference.choice()));
  }

  /** Not every tool that asks for a report has the argument. */
  private Optional<String> ofReport(String argument, Optional<String> choice) {
    return arguments.contains(argument) ? Optional.of(text(argument, choice)) : Optional.empty();
  }

  private static String text(String argument, Optional<String> choice) {
    return argument + choice.map(value -> ": " + value).orElse("");
  }
}
