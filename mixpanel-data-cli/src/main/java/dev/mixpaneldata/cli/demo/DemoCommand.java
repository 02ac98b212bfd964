package dev.mixpaneldata.cli.demo;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code mp demo}: starts a Mixpanel in this process, fetches a month of events, and shows what can
 * be asked of it.
 */
public final class DemoCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "demo",
          "See fetch, SQL and reports at work, with no account and no network",
          List.of("mp demo", "mp demo --keep demo"),
          DemoCommand::new);

  private final CommandContext context;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Keep the demo's database in this folder for further questions.")
  private @Nullable Path keep;

  private DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path folder =
        keep == null ? Files.createTempDirectory("mp-demo") : keep.toAbsolutePath().normalize();
    try (DemoProject demo = DemoProject.start(folder, Settings.of(context.environment()))) {
      new DemoTour(context, demo.workspace(), demo.month(), keep != null, demo::calls).run();
      if (keep != null) {
        context.say("The database is " + demo.database(folder) + ".");
        context.say("Ask it: MP_DATA_DIR=" + keep + " mp query sql \"FROM events LIMIT 3\"");
      }
    } finally {
      if (keep == null) {
        PrivateFiles.removeTree(folder);
      }
    }
    return 0;
  }
}
