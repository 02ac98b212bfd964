package dev.mixpaneldata.cli.ingest;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.ingest.EventSource;
import dev.mixpaneldata.ingest.EventSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the command line names as the source of events. */
final class ImportSource {
  private final CommandContext context;
  private final String source;
  private final ImportForm form;
  private final Map<String, String> columns;

  ImportSource(
      CommandContext context,
      String source,
      @Nullable ImportForm form,
      Map<String, String> columns) {
    this.context = context;
    this.source = source;
    this.form = form == null ? ImportForm.of(source) : form;
    this.columns = columns;
    boolean hasColumns = this.form == ImportForm.CSV || this.form == ImportForm.PARQUET;
    if (!columns.isEmpty() && !hasColumns) {
      throw MixpanelDataException.invalidArgument(
          "--map is for CSV and Parquet, and '" + source + "' is neither.",
          "Leave it out, or add --as csv or --as parquet.");
    }
    if (isInput() && (this.form == ImportForm.PARQUET || this.form == ImportForm.TABLE)) {
      throw MixpanelDataException.invalidArgument(
          "Standard input cannot be a " + this.form.name().toLowerCase(Locale.ROOT) + ".",
          "Name a file or a table, or give JSON lines or CSV.");
    }
  }

  private boolean isInput() {
    return source.equals("-");
  }

  /** By which an import that was interrupted is found again. */
  String name() {
    if (isInput()) {
      return "standard input";
    }
    String mapped = columns.isEmpty() ? "" : " " + new TreeMap<>(columns);
    return form == ImportForm.TABLE
        ? "table " + source + " of " + origin().tables().info().path()
        : file().toString() + mapped;
  }

  EventSource events() {
    return switch (form) {
      case JSONL ->
          isInput() ? EventSources.jsonLines(context.in()) : EventSources.jsonLines(file());
      case CSV ->
          isInput() ? EventSources.csv(context.in(), columns) : EventSources.csv(file(), columns);
      case PARQUET -> context.workspace().eventsOf(file(), columns);
      case TABLE -> origin().eventsOf(source);
    };
  }

  /** A table is one of the account's own project, whichever project it goes to. */
  private Workspace origin() {
    return context.ownWorkspace();
  }

  private Path file() {
    Path file = Path.of(source).toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      throw MixpanelDataException.invalidArgument(
          "There is no file '" + source + "'.",
          "Name a file, a local table with --as table, or - for standard input.");
    }
    return file;
  }
}
