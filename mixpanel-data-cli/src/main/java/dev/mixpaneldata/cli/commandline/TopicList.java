package dev.mixpaneldata.cli.commandline;

import dev.mixpaneldata.cli.command.CommandTopic;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** The list of the first level's commands, by what they are for. */
final class TopicList {
  private static final String INDENT = "  ";

  private TopicList() {}

  static String of(Help help, List<CommandTopic> topics) {
    int names = help.subcommands().keySet().stream().mapToInt(String::length).max().orElse(0) + 4;
    int width = help.commandSpec().usageMessage().width();
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(names, 0, Overflow.SPAN),
            new Column(width - names, 2, Overflow.WRAP));
    for (CommandTopic topic : topics) {
      table.addRowValues(" ");
      table.addRowValues(topic.title() + ":");
      for (String name : topic.names()) {
        Help command = Objects.requireNonNull(help.subcommands().get(name), name);
        Text text = help.colorScheme().text(INDENT).concat(help.colorScheme().commandText(name));
        table.addRowValues(
            text, help.colorScheme().text(command.commandSpec().usageMessage().description()[0]));
      }
    }
    return table.toString();
  }
}
