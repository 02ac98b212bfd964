package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.catalogue.LakeOperations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.fetch.LoadEvents;

/** {@code mp tables load}: fills a table from files. */
final class LoadCommand extends FetchCommand<LoadEvents> {
  LoadCommand(CommandContext context) {
    super(LakeOperations.LOAD_EVENTS, context);
  }

  @Override
  FetchProgressBar progress(boolean unwanted) {
    return FetchProgressBar.ofFiles(context, unwanted);
  }
}
