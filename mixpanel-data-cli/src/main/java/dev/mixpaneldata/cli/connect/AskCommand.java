package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.ask.Answer;
import dev.mixpaneldata.bridge.ask.Asking;
import dev.mixpaneldata.bridge.ask.Comparison;
import dev.mixpaneldata.bridge.ask.LocalSide;
import dev.mixpaneldata.bridge.ask.Plan;
import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.cli.chart.TerminalChart;
import dev.mixpaneldata.cli.chart.VisibleChart;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.command.Pinnable;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.report.ReportTarget;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp ask}: a question to a connection, answered with text, numbers and a chart. */
public final class AskCommand implements Callable<Integer>, Pinnable {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "ask",
          "Ask a connection a question in plain words",
          List.of(
              "mp ask \"Which plan has the highest 7-day retention?\"",
              "mp ask \"Sign Up by country in the last 14 days\" --connection work -f csv",
              "mp ask \"Sign Up in the last 14 days\" --local jan",
              "mp board pin growth ask \"Sign Up by country in the last 14 days\""),
          AskCommand::new);

  private final CommandContext context;

  @Parameters(paramLabel = "QUESTION", description = "The question.")
  private String question = "";

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "The connection to ask; the only one unless given.")
  private @Nullable String name;

  @Option(
      names = "--local",
      paramLabel = "TABLE",
      description =
          "Ask this local table, too, and show differences; unless given, a table that has the"
              + " days.")
  private @Nullable String local;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "Cut the local table's days by the clock of this zone; UTC unless given.")
  private @Nullable ZoneId timezone;

  @Mixin private final OutputOptions output = new OutputOptions();

  private AskCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Question question() {
    try (Connection connection = open()) {
      return Question.words(connection.info().name(), Asking.plan(connection, question));
    }
  }

  @Override
  public Integer call() throws IOException {
    try (Connection connection = open()) {
      Plan plan = Asking.plan(connection, question);
      Answer answer = side().beside(Asking.answer(connection, plan), plan);
      if (context.terminal().output() && !output.isChosen() && answer.chart().isPresent()) {
        TerminalChart picture = new TerminalChart(context.terminal().width(), context.colours());
        for (String line : picture.draw(VisibleChart.of(answer.chart().get()))) {
          context.out().write(line + "\n");
        }
      }
      output.print(context, () -> answer);
      context.say(answer.text());
      context.say("Answered by " + answer.tool() + " with " + answer.arguments() + ".");
      if (answer.comparison().isPresent()) {
        show(answer.comparison().get());
      }
    }
    return 0;
  }

  private Connection open() {
    return ConnectionsCommands.open(context).open(Optional.ofNullable(name));
  }

  private LocalSide side() {
    ReportTarget target =
        ReportTarget.USUAL.with(
            t ->
                t.local(Optional.ofNullable(local))
                    .timezone(Optional.ofNullable(timezone).map(ZoneId::getId)));
    return new LocalSide(context.workspace(), target, context.pacer().clock());
  }

  /** Shows the numbers that differ beside each other; programs find all of them in the answer. */
  private void show(Comparison comparison) throws IOException {
    context.say(comparison.text());
    if (comparison.different() > 0 && context.terminal().output() && !output.isChosen()) {
      output.print(context, comparison::onlyDifferent);
    }
  }
}
