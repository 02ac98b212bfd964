package dev.mixpaneldata.cli.lake;

import dev.mixpaneldata.catalogue.LakeOperations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import dev.mixpaneldata.cli.operation.OperationArguments;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.cli.progress.ProgressLine;
import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.ExportedLake;
import dev.mixpaneldata.lake.LakeListener;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code mp export lake}: writes a table to a lake and shows how many days are done. */
public final class ExportLakeCommand implements Callable<Integer> {
  /** {@code mp export lake}. */
  public static final CommandEntry ENTRY =
      DerivedCommands.entry(
          LakeOperations.EXPORT_LAKE, context -> new ExportLakeCommand(context).spec());

  private final CommandContext context;
  private final OperationArguments<ExportLake> arguments;
  private final OutputOptions output = new OutputOptions();

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  private ExportLakeCommand(CommandContext context) {
    this.context = context;
    this.arguments = new OperationArguments<>(LakeOperations.EXPORT_LAKE, context);
  }

  private CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    arguments.addTo(spec);
    spec.addMixin("progress", CommandSpec.forAnnotatedObject(this));
    spec.addMixin("output", CommandSpec.forAnnotatedObject(output));
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    ExportLake request = arguments.request();
    output.print(
        context,
        () -> {
          try (ProgressLine line = ProgressLine.begin(context, "Exporting", "days", !noProgress)) {
            ExportedLake exported =
                context.workspace().lake(request.lake()).export(request, shown(line));
            exported.warnings().forEach(warning -> line.say(context, "Warning: " + warning));
            return exported;
          }
        });
    return 0;
  }

  private static LakeListener shown(ProgressLine line) {
    return new LakeListener() {
      @Override
      public void planned(long days) {
        line.total(days);
      }

      @Override
      public void dayFinished(LocalDate day, long rows, boolean isWritten) {
        line.task("Exporting, " + day + (isWritten ? " written," : " unchanged,"));
        line.add(1);
      }
    };
  }
}
