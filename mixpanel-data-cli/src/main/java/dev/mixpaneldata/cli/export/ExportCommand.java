package dev.mixpaneldata.cli.export;

import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.CommandEntry;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp export}: a table to a file. */
public final class ExportCommand implements Callable<Integer> {
  /** Its place in the tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "export",
          "Write a local table to a file",
          List.of(
              "mp export events --to events.parquet",
              "mp export events --to events.csv --overwrite",
              "mp export events --to lake --as parquet --partition-by-day"),
          ExportCommand::new);

  private final CommandContext context;

  @Parameters(paramLabel = "TABLE", description = "Local table, as inspect tables lists them.")
  private String table = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file, or the folder with --partition-by-day.")
  private Path target = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "parquet, csv or jsonl (default: what the file's name ends in).")
  private TableExport.@Nullable Format format;

  @Option(
      names = "--partition-by-day",
      description = "One folder a UTC day, day=2026-01-31/… (parquet only).")
  private boolean partitionByDay;

  @Option(names = "--overwrite", description = "Replace a file that is there.")
  private boolean overwrite;

  @Mixin private final OutputOptions output = new OutputOptions();

  private ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    TableExport export =
        new TableExport(table, target.toAbsolutePath(), chosen(), partitionByDay, overwrite);
    if (partitionByDay && export.format() != TableExport.Format.PARQUET) {
      throw MixpanelDataException.invalidArgument(
          "--partition-by-day writes parquet only.", "Leave it out, or add --as parquet.");
    }
    output.print(context, () -> context.workspace().tables().export(export));
    return 0;
  }

  private TableExport.Format chosen() {
    if (format != null) {
      return format;
    }
    if (partitionByDay) {
      return TableExport.Format.PARQUET;
    }
    String name = target.toString().toLowerCase(Locale.ROOT);
    for (TableExport.Format candidate : TableExport.Format.values()) {
      if (name.endsWith("." + candidate.name().toLowerCase(Locale.ROOT))) {
        return candidate;
      }
    }
    throw MixpanelDataException.invalidArgument(
        "The name '" + target + "' does not say what to write.",
        "End it in .parquet, .csv or .jsonl, or say --as parquet, csv or jsonl.");
  }
}
