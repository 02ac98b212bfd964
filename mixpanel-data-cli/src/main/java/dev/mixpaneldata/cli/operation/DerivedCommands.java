package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.cli.CommandEntry;
import java.util.List;

/** The commands that derive from operations. */
public final class DerivedCommands {
  private DerivedCommands() {}

  /** Those of a group, except the ones that are written by hand. */
  public static List<CommandEntry> of(String group) {
    return Operations.all().stream()
        .filter(o -> o.command().startsWith(group + " "))
        .filter(o -> !HandWritten.REASONS.containsKey(o.id()))
        .map(DerivedCommands::entry)
        .toList();
  }

  private static CommandEntry entry(OperationSpec<?, ?> operation) {
    return new CommandEntry(
        operation.command().substring(operation.command().indexOf(' ') + 1),
        operation.summary(),
        Presentations.of(operation.id()).examples(),
        context -> new DerivedCommand<>(operation, context).spec());
  }
}
