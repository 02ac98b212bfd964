package dev.mixpaneldata.cli.lookup;

import dev.mixpaneldata.app.lookups.DownloadLookupTable;
import dev.mixpaneldata.catalogue.LookupTableOperations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.operation.OperationArguments;
import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code mp lookup-tables download}: writes the CSV as it arrives. */
final class DownloadCommand implements Callable<Integer> {
  private final CommandContext context;
  private final OperationArguments<DownloadLookupTable> arguments;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file, which only you can read, and not to standard output.")
  private @Nullable Path output;

  DownloadCommand(CommandContext context) {
    this.context = context;
    this.arguments = new OperationArguments<>(LookupTableOperations.DOWNLOAD, context);
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    arguments.addTo(spec);
    spec.addMixin("download", CommandSpec.forAnnotatedObject(this));
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    DownloadLookupTable request = arguments.request();
    try (InputStream rows = context.workspace().app().lookupTables().open(request)) {
      if (output == null) {
        new InputStreamReader(rows, StandardCharsets.UTF_8).transferTo(context.data());
        context.data().flush();
      } else {
        save(rows, output.toAbsolutePath());
      }
    }
    return 0;
  }

  /** Replaces the file only when all rows are there. */
  private void save(InputStream rows, Path file) {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = PrivateFiles.stream(partial)) {
        rows.transferTo(out);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
      context.say("Wrote " + file + ".");
    } catch (IOException e) {
      throw DiskFailure.of("download", "The file " + file + " cannot be written", e);
    } finally {
      discard(partial);
    }
  }

  private static void discard(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException ignored) {
      // A part that stays is no harm; the failure that left it is reported.
    }
  }
}
