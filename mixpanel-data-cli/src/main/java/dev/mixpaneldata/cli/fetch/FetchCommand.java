package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.catalogue.FetchOperation;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.operation.OperationArguments;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchResult;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A command that fills a table and shows its progress. */
class FetchCommand<Q extends Record> implements Callable<Integer> {
  final CommandContext context;
  final OperationArguments<Q> arguments;
  private final FetchOperation<Q> operation;
  private final OutputOptions output = new OutputOptions();

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  FetchCommand(FetchOperation<Q> operation, CommandContext context) {
    this.operation = operation;
    this.context = context;
    this.arguments = new OperationArguments<>(operation.spec(), context);
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    arguments.addTo(spec);
    spec.addMixin("fetch", CommandSpec.forAnnotatedObject(this));
    spec.addMixin("output", CommandSpec.forAnnotatedObject(output));
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Q request = arguments.request();
    output.print(
        context,
        () -> {
          try (FetchProgressBar progress = progress(noProgress)) {
            return progress.warned(fill(request, progress));
          }
        });
    return 0;
  }

  /** Runs the operation. */
  FetchResult fill(Q request, FetchListener progress) {
    return operation.method().run(context.workspace(), request, progress);
  }

  /** Starts to show the progress. */
  FetchProgressBar progress(boolean unwanted) {
    return FetchProgressBar.of(context, unwanted);
  }
}
