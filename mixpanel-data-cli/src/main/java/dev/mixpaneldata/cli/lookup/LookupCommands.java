package dev.mixpaneldata.cli.lookup;

import dev.mixpaneldata.catalogue.LookupTableOperations;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import java.util.List;
import java.util.stream.Stream;

/** The commands of {@code mp lookup-tables}. */
public final class LookupCommands {
  private LookupCommands() {}

  /** Returns all commands of the group. */
  public static List<CommandEntry> all() {
    return Stream.concat(
            DerivedCommands.of("lookup-tables").stream(),
            Stream.of(
                DerivedCommands.entry(
                    LookupTableOperations.DOWNLOAD,
                    context -> new DownloadCommand(context).spec())))
        .toList();
  }
}
