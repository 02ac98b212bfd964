package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Finding;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.operation.CommandWords;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp connections doctor}. */
final class DoctorCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The connection; the only one unless given.")
  private @Nullable String name;

  @Mixin private final OutputOptions output = new OutputOptions();

  record Line(String check, boolean good, String finding, String fix) {}

  DoctorCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try (Connection connection =
        ConnectionsCommands.open(context).open(Optional.ofNullable(name))) {
      List<Finding> findings = connection.doctor();
      CommandWords words = new CommandWords(context);
      output.print(context, () -> findings.stream().map(finding -> line(finding, words)).toList());
      return findings.stream().allMatch(Finding::good) ? 0 : 1;
    }
  }

  private static Line line(Finding finding, CommandWords words) {
    String fix = finding.fix().flatMap(hint -> hint.in(words)).orElse("");
    return new Line(finding.check(), finding.good(), finding.finding(), fix);
  }
}
