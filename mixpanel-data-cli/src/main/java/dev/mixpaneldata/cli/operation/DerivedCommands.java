package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The commands derived from operations. */
public final class DerivedCommands {
  private DerivedCommands() {}

  /** Returns the commands of a group, except those written by hand. */
  public static List<CommandEntry> of(String group) {
    return Operations.all().stream()
        .filter(o -> o.command().startsWith(group + " "))
        .filter(o -> !HandWritten.REASONS.containsKey(o.id()))
        .map(DerivedCommands::entry)
        .toList();
  }

  /** Returns the command of one operation. */
  public static CommandEntry entry(OperationSpec<?, ?> operation) {
    return entry(operation, context -> new DerivedCommand<>(operation, context).spec());
  }

  /** Returns a command written by hand, with the name, summary and examples of its operation. */
  public static CommandEntry entry(
      OperationSpec<?, ?> operation, Function<CommandContext, CommandSpec> spec) {
    return new CommandEntry(
        operation.command().substring(operation.command().indexOf(' ') + 1),
        operation.summary(),
        Presentations.of(operation.id()).examples(),
        spec);
  }
}
