package dev.mixpaneldata.mcp.fetching;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Hints;
import dev.mixpaneldata.mcp.tool.TableTouch;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.TableExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writing a table to a file. Written by hand because an assistant must not choose where on the
 * disk: files go to the folder {@code exports} beside the database.
 */
public final class ExportTool {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final String FOLDER = "exports";

  private ExportTool() {}

  /** The tool. */
  public static Tool tool() {
    return RecordTool.of(
        "export_table",
        "Write a local table to a Parquet, CSV or JSONL file in the folder exports beside the"
            + " database; the answer has its path.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(ExportedFile.class),
            tool ->
                tool.in(Toolset.TABLES, Tier.SINGLE)
                    .hints(Hints.WRITES_LOCAL)
                    .touches(TableTouch.READ)),
        ExportTool::export);
  }

  /** What it takes. */
  record Arguments(
      @Param(help = "Local table") String table,
      @Param(help = "Form of the file", defaultValue = "parquet") TableExport.Format format,
      @Param(help = "File name without a folder; the table's name by default")
          Optional<String> file,
      @Param(help = "Replace a file that is there") boolean overwrite) {
    Arguments {
      if (file.filter(f -> !NAME.matcher(f).matches()).isPresent()) {
        throw MixpanelDataException.invalidArgument(
            "The file name '" + file.get() + "' cannot be used.",
            "Use letters, digits, dots, dashes and underscores, and no folder.");
      }
    }
  }

  private static ToolAnswer export(Arguments asked, ToolCall call) {
    Path database = call.workspace().tables().info().path().toAbsolutePath();
    String name = asked.file().orElseGet(() -> fileName(asked));
    // A table that is not there is refused before a folder is made for it.
    call.workspace().tables().schema(asked.table());
    Path folder = folderBeside(database);
    ExportedFile file =
        call.workspace()
            .tables()
            .export(
                new TableExport(
                    asked.table(), folder.resolve(name), asked.format(), false, asked.overwrite()));
    return ToolAnswer.of(file, AnswerText.of("Written", file));
  }

  private static Path folderBeside(Path database) {
    try {
      return PrivateFiles.folder(Objects.requireNonNull(database.getParent()), FOLDER);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The folder " + database.resolveSibling(FOLDER) + " cannot be used: " + e.getMessage(),
          null,
          e);
    }
  }

  /** Only a name that a table may have: tables of other programs may be called as paths are. */
  private static String fileName(Arguments asked) {
    return TableName.check(asked.table()) + "." + asked.format().name().toLowerCase(Locale.ROOT);
  }
}
