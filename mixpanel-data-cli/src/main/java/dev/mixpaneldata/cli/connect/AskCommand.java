package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.ask.Answer;
import dev.mixpaneldata.bridge.ask.Asking;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.cli.chart.TerminalChart;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp ask}: a question to a connection, answered with text, numbers and a chart. */
public final class AskCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "ask",
          "Ask a connection a question in plain words",
          List.of(
              "mp ask \"Which plan has the highest 7-day retention?\"",
              "mp ask \"Sign Up by country in the last 14 days\" --connection work -f csv"),
          AskCommand::new);

  private final CommandContext context;

  @Parameters(paramLabel = "QUESTION", description = "The question.")
  private String question = "";

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "The connection to ask; the only one unless given.")
  private @Nullable String name;

  @Mixin private final OutputOptions output = new OutputOptions();

  private AskCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try (Connection connection =
        ConnectionsCommands.open(context).open(Optional.ofNullable(name))) {
      Answer answer = Asking.ask(connection, question);
      if (context.terminal().output() && !output.isChosen() && answer.chart().isPresent()) {
        TerminalChart picture = new TerminalChart(context.terminal().width(), context.colours());
        for (String line : picture.draw(answer.chart().get())) {
          context.out().write(line + "\n");
        }
      } else {
        output.print(context, () -> answer);
      }
      context.say(answer.text());
      context.say("Answered by " + answer.tool() + " with " + answer.arguments() + ".");
    }
    return 0;
  }
}
