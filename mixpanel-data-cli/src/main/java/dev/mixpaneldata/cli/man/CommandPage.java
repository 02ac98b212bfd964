package dev.mixpaneldata.cli.man;

import dev.mixpaneldata.cli.commandline.HelpText;
import dev.mixpaneldata.cli.man.ManPage.Block;
import dev.mixpaneldata.cli.man.ManPage.Item;
import dev.mixpaneldata.cli.man.ManPage.Lines;
import dev.mixpaneldata.cli.man.ManPage.Paragraph;
import dev.mixpaneldata.cli.man.ManPage.Section;
import dev.mixpaneldata.cli.man.ManPage.Synopsis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The contents of the manual page of one command. */
final class CommandPage {
  private static final Pattern VALUE = Pattern.compile("[A-Z][A-Z_0-9]*");

  private final CommandSpec command;
  private final Help help;
  private final List<CommandLine> commands;

  private CommandPage(CommandLine line) {
    this.command = line.getCommandSpec();
    this.help = new Help(command, Help.defaultColorScheme(Ansi.OFF));
    this.commands =
        line.getSubcommands().values().stream()
            .filter(c -> !c.getCommandSpec().usageMessage().hidden())
            .toList();
  }

  static ManPage of(CommandLine line) {
    return new ManPage(name(line.getCommandSpec()), new CommandPage(line).sections());
  }

  /**
   * Returns the name of a command's page: {@code mp-fetch-events} for {@code mp fetch events}, as
   * in git.
   */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        section(
            "NAME",
            new Paragraph(
                Text.plain(name(command) + " - " + summary(command).replaceAll("[.]$", "")))));
    sections.add(section("SYNOPSIS", synopsis()));
    sections.add(new Section("DESCRIPTION", description()));
    if (!commands.isEmpty()) {
      sections.add(
          new Section(
              "COMMANDS",
              commands.stream()
                  .map(CommandLine::getCommandSpec)
                  .<Block>map(c -> new Item(Text.page(name(c)), Text.plain(summary(c))))
                  .toList()));
    }
    sections.add(new Section("OPTIONS", options()));
    sections.add(new Section("EXIT STATUS", CommonSections.exitStatus()));
    if (command.parent() == null) {
      sections.add(new Section("ENVIRONMENT", CommonSections.environment()));
      sections.add(new Section("FILES", CommonSections.files()));
    }
    sections.add(section("EXAMPLES", examples()));
    sections.add(section("SEE ALSO", new Paragraph(Text.list(others()))));
    return sections;
  }

  private static Section section(String title, Block block) {
    return new Section(title, List.of(block));
  }

  private static String summary(CommandSpec command) {
    return HelpText.plain(command.usageMessage().description()[0]);
  }

  private List<Block> description() {
    return Arrays.stream(command.usageMessage().description())
        .<Block>map(sentence -> new Paragraph(Text.plain(HelpText.plain(sentence))))
        .toList();
  }

  private Stream<OptionSpec> shownOptions() {
    return command.options().stream().filter(option -> !option.hidden());
  }

  private Stream<PositionalParamSpec> shownPositions() {
    return command.positionalParameters().stream().filter(position -> !position.hidden());
  }

  private Synopsis synopsis() {
    Text text = Text.bold(command.qualifiedName(" "));
    for (OptionSpec option : shownOptions().toList()) {
      Text one = Text.bold(option.longestName()).glued(label(option));
      one = option.required() ? one : Text.plain("[").glued(one).glued(Text.plain("]"));
      text = text.then(option.isMultiValue() ? one.glued(Text.plain("...")) : one);
    }
    for (PositionalParamSpec position : shownPositions().toList()) {
      text = text.then(label(position));
    }
    return new Synopsis(commands.isEmpty() ? text : text.then(Text.underlined("COMMAND")));
  }

  private List<Block> options() {
    List<Block> blocks = new ArrayList<>();
    shownPositions().forEach(p -> blocks.add(new Item(label(p), Text.plain(HelpText.of(p)))));
    shownOptions()
        .forEach(
            option ->
                blocks.add(
                    new Item(
                        Text.list(Arrays.stream(option.names()).map(Text::bold).toList())
                            .glued(label(option)),
                        Text.plain(HelpText.of(option)))));
    Map<String, OptionSpec> ofMp = command.root().optionsMap();
    List<Text> elsewhere =
        command.options().stream()
            .filter(option -> option.hidden() && ofMp.containsKey(option.longestName()))
            .map(option -> Text.bold(option.longestName()))
            .toList();
    if (!elsewhere.isEmpty()) {
      blocks.add(
          new Paragraph(
              Text.plain("Also accepted here, and described in")
                  .then(Text.page("mp"))
                  .glued(Text.plain(":"))
                  .then(Text.list(elsewhere))
                  .glued(Text.plain("."))));
    }
    return blocks;
  }

  /**
   * Returns the value's label, such as {@code =NAME[,NAME...]} with the names underlined; a switch
   * has none.
   */
  private Text label(ArgSpec argument) {
    String label =
        help.parameterLabelRenderer()
            .renderParameterLabel(argument, Ansi.OFF, List.of())
            .toString();
    Text text = new Text(List.of());
    Matcher value = VALUE.matcher(label);
    int end = 0;
    while (value.find()) {
      text =
          text.glued(Text.plain(label.substring(end, value.start())))
              .glued(Text.underlined(value.group()));
      end = value.end();
    }
    return text.glued(Text.plain(label.substring(end)));
  }

  private Lines examples() {
    return new Lines(
        Arrays.stream(command.usageMessage().footer())
            .map(line -> HelpText.plain(line).strip())
            .toList());
  }

  /**
   * Returns the pages above this one, and for {@code mp} itself those below, which other pages list
   * under COMMANDS.
   */
  private List<Text> others() {
    if (command.parent() == null) {
      return commands.stream().map(c -> Text.page(name(c.getCommandSpec()))).toList();
    }
    List<Text> above = new ArrayList<>();
    for (CommandSpec c = command.parent(); c != null; c = c.parent()) {
      above.add(0, Text.page(name(c)));
    }
    return above;
  }
}
