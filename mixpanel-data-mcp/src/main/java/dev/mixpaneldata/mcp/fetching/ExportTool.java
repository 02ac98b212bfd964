package dev.mixpaneldata.mcp.fetching;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.OwnArguments;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolBuilder;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.store.TableExport.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The tool that writes rows to a file. Written by hand because an assistant must not choose where
 * on the disk: files go to the folder {@code exports} beside the database.
 */
public final class ExportTool {
  private static final String NAME = "export_table";

  /** The argument that only this server sets. */
  private static final String TARGET = "target";

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final UnaryOperator<ToolBuilder> DETAILS =
      RecordTool.answering(
          ResultType.of(ExportedFile.class),
          tool ->
              tool.in(Toolset.TABLES, ToolKind.SINGLE)
                  .hints(ToolHints.WRITES_LOCAL)
                  .touches(TableEffect.READ));

  private static final String FOLDER = "exports";

  private ExportTool() {}

  /** Returns the tool. */
  public static Tool tool() {
    List<ParameterDescription> chosenByCallers =
        Binder.parameters(TableExport.class).stream()
            .filter(parameter -> !parameter.name().equals(TARGET))
            .toList();
    return DETAILS
        .apply(
            Tool.named(NAME)
                .description(
                    "Write a local table, one event of it, or the rows of an SQL query to a file in"
                        + " the folder exports beside the database, and answer with its path."
                        + " Tables are Parquet, queries CSV, unless the name or the format says"
                        + " otherwise.")
                .input(RecordTool.input(NAME, chosenByCallers)))
        .runs(ExportTool::export);
  }

  private static ToolAnswer export(ToolCall call) {
    Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
    String name = fileName(arguments);
    arguments.remove(OwnArguments.FILE);
    if (arguments.get("format") == null && Format.named(Path.of(name)).isEmpty()) {
      arguments.put("format", usual(arguments).name());
    }
    Path folder = call.workspace().tables().info().path().toAbsolutePath().resolveSibling(FOLDER);
    arguments.put(TARGET, folder.resolve(name).toString());
    TableExport export = Binder.bind(TableExport.class, arguments);
    // A missing table is refused before a folder is made for it.
    export.table().ifPresent(table -> call.workspace().tables().schema(table));
    make(folder);
    ExportedFile file = call.workspace().tables().export(export);
    return ToolAnswer.of(file, AnswerText.of("Written", file));
  }

  /**
   * Returns the given name, or one made of what is written; the table is checked, since other
   * programs may name tables like paths.
   */
  private static String fileName(Map<String, Object> arguments) {
    Object given = arguments.get(OwnArguments.FILE);
    if (given == null) {
      boolean folder = "true".equals(String.valueOf(arguments.get("partition_by_day")));
      Object format = arguments.getOrDefault("format", usual(arguments));
      String ending = folder ? "" : "." + String.valueOf(format).toLowerCase(Locale.ROOT);
      return content(arguments) + ending;
    }
    if (!FILE_NAME.matcher(given.toString()).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The file name '" + given + "' cannot be used.",
          "Use letters, digits, dots, dashes and underscores, and no folder.");
    }
    return given.toString();
  }

  /** Returns a name for what is written; names of events may have anything in them. */
  private static String content(Map<String, Object> arguments) {
    Object table = arguments.get("table");
    if (table == null) {
      return "query";
    }
    String name = TableName.check(table.toString());
    Object event = arguments.get("event");
    return event == null ? name : name + "-" + event.toString().replaceAll("[^A-Za-z0-9_-]+", "_");
  }

  private static Format usual(Map<String, Object> arguments) {
    return arguments.get("query") == null ? Format.PARQUET : Format.CSV;
  }

  private static void make(Path folder) {
    try {
      PrivateFiles.folder(Objects.requireNonNull(folder.getParent()), FOLDER);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The folder " + folder + " cannot be used: " + e.getMessage(),
          null,
          e);
    }
  }
}
