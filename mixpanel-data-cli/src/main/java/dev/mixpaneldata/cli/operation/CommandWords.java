package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.error.Vocabulary;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The vocabulary of a terminal: the commands and options of {@code mp} as its commands declare
 * them. An option that a command does not declare has no name.
 */
public final class CommandWords implements Vocabulary {
  /** Commands without an operation of their own, by the names that other faces use. */
  private static final Map<String, String> HAND_WRITTEN =
      Map.of(
          "add_account", "auth add",
          "sign_in", "login",
          "switch_account", "auth switch",
          "connect", "connect",
          "list_connections", "connections list",
          "connection_tools", "connections tools",
          "allow_tools", "connections allow",
          "call_connection", "connections call",
          "connection_project", "connections project");

  /** A command with the options that every report has. */
  private static final String ANY_REPORT = "segmentation";

  private final CommandContext context;

  /** Creates the words for the commands of this context. */
  public CommandWords(CommandContext context) {
    this.context = context;
  }

  @Override
  public Optional<String> name(Reference reference) {
    Optional<String> parameter = reference.parameter();
    return switch (reference.owner()) {
      case Reference.Owner.WORKSPACE -> option(globals(), reference);
      case Reference.Owner.REPORT ->
          entry(ANY_REPORT).flatMap(entry -> option(entry.spec().apply(context), reference));
      default ->
          parameter.isEmpty()
              ? command(reference.owner()).map(command -> "mp " + command)
              : entry(reference.owner())
                  .flatMap(entry -> option(entry.spec().apply(context), reference));
    };
  }

  private CommandSpec globals() {
    CommandSpec spec = CommandSpec.create();
    context.options().specs().forEach(spec::addOption);
    return spec;
  }

  private static Optional<String> command(String operation) {
    return Operations.find(operation)
        .<String>map(OperationSpec::command)
        .or(() -> Optional.ofNullable(HAND_WRITTEN.get(operation)));
  }

  private Optional<CommandEntry> entry(String operation) {
    return command(operation).flatMap(context.commands()::find);
  }

  /**
   * Returns the option for a choice, such as {@code --append}, or the option that takes it as a
   * value.
   */
  private static Optional<String> option(CommandSpec command, Reference reference) {
    String parameter = reference.parameter().orElseThrow();
    Optional<String> flag =
        reference.choice().map(choice -> "--" + choice).filter(command.optionsMap()::containsKey);
    String value = reference.choice().map(choice -> " " + choice).orElse("");
    return flag.or(
        () ->
            Optional.of(Presentations.option(reference.owner(), parameter))
                .filter(command.optionsMap()::containsKey)
                .map(name -> name + value));
  }
}
