package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.catalogue.FetchOperations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mp fetch events}: fills a table or a lake, or prints lines. */
final class EventsCommand extends StreamingCommand<FetchEvents> {
  private final OptionSpec lake =
      OptionSpec.builder("--lake")
          .type(Path.class)
          .paramLabel("DIR")
          .description(
              "Write the events to the data lake in this folder instead of a local table; the"
                  + " fetched days replace those that it has.")
          .build();

  EventsCommand(CommandContext context, Lines<FetchEvents> lines) {
    super(FetchOperations.FETCH_EVENTS, context, lines);
  }

  @Override
  CommandSpec spec() {
    return super.spec().addOption(lake);
  }

  @Override
  void announce(FetchEvents request, boolean agreed) {
    LargeFetch.announce(context, request, agreed);
  }

  @Override
  void check() {
    super.check();
    if (folder() == null) {
      return;
    }
    if (prints()) {
      throw MixpanelDataException.invalidArgument(
          "--stdout and --lake contradict each other.", "Choose one of them.");
    }
    if (arguments.given().containsKey("mode") || arguments.given().containsKey("table")) {
      throw MixpanelDataException.invalidArgument(
          "A lake has no tables: the fetched days replace those that it has.",
          "Leave the table's name, --append and --replace out.");
    }
  }

  @Override
  FetchResult fill(FetchEvents request, FetchListener progress) {
    Path folder = folder();
    return folder == null
        ? super.fill(request, progress)
        : context.workspace().lake(folder).fetch(request, progress);
  }

  private @Nullable Path folder() {
    return lake.getValue();
  }
}
