package dev.mixpaneldata.cli.commandline;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.command.CommandGroup;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The builder of picocli's model of {@code mp}. Only the command that the arguments name is built
 * whole. The others are names with a sentence, which is all that help and suggestions need, or are
 * left out where the arguments begin with the command's words: picocli takes a fifth of a
 * millisecond for each.
 */
public final class CommandLines {
  private static final Set<String> GLOBALS_WITH_VALUE =
      Set.of(
          "-a",
          "--account",
          "--target",
          "--project",
          "--region",
          "--workspace-id",
          "--project-timezone",
          "--audit-log");

  static {
    // Otherwise picocli looks for Groovy in all jars, 15 ms of the processor.
    System.setProperty("picocli.disable.closures", "true");
  }

  private final CommandContext context;

  private CommandLines(CommandContext context) {
    this.context = context;
  }

  /** Returns the model for these arguments. */
  public static CommandLine forArguments(CommandContext context, List<String> arguments) {
    List<String> words = words(arguments);
    return new CommandLines(context).root(arguments, words, leading(arguments), false);
  }

  /**
   * Returns the command that these arguments name, with its options set as they say.
   *
   * @throws CommandLine.ParameterException if they do not fit the command
   */
  public static CommandSpec parsed(CommandContext context, List<String> arguments) {
    ParseResult result =
        forArguments(context, arguments).parseArgs(arguments.toArray(String[]::new));
    while (result.hasSubcommand()) {
      result = result.subcommand();
    }
    return result.commandSpec();
  }

  /** Returns the model with every command built whole, for completion, man pages and tests. */
  public static CommandLine complete(CommandContext context) {
    return new CommandLines(context).root(List.of(), List.of(), 0, true);
  }

  /** Returns how many words stand before the first option. */
  private static int leading(List<String> arguments) {
    return (int) arguments.stream().takeWhile(argument -> !argument.startsWith("-")).count();
  }

  /** Returns the words before the first option that is not global: they name the command. */
  private static List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size() && words.size() < 3; i++) {
      String argument = arguments.get(i);
      if (GLOBALS_WITH_VALUE.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-")) {
        words.add(argument);
      }
    }
    return words;
  }

  private CommandLine root(
      List<String> arguments, List<String> words, int leading, boolean complete) {
    CommandSpec root = showsHelp();
    root.name("mp");
    context.options().specs().forEach(root::addOption);
    root.usageMessage()
        .description("Program, query and ask a Mixpanel project; keep its raw events locally.")
        .synopsisSubcommandLabel("COMMAND");
    root.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Print the version and exit.")
            .build());
    root.versionProvider(new Version());
    addHelpOption(root);
    Optional<String> first = words.stream().findFirst();
    boolean alone =
        arguments.equals(List.of("--version"))
            || (leading > 0 && context.commands().names().anyMatch(first.orElseThrow()::equals));
    for (CommandGroup group : context.commands().groups()) {
      if (complete || first.equals(Optional.of(group.name()))) {
        root.addSubcommand(
            group.name(), group(group, words.stream().skip(1).toList(), leading - 1, complete));
      } else if (!alone) {
        root.addSubcommand(group.name(), stub(group.summary()));
      }
    }
    for (CommandEntry entry : context.commands().single()) {
      if (complete || first.equals(Optional.of(entry.name()))) {
        root.addSubcommand(entry.name(), command(entry, arguments, complete));
      } else if (!alone) {
        root.addSubcommand(entry.name(), stub(entry.summary()));
      }
    }
    examples(root, "mp auth add work", "mp inspect tables", "mp query sql \"SELECT 1\"");
    root.usageMessage().commandListHeading("");
    CommandLine line = configure(new CommandLine(root));
    line.getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            help -> TopicList.of(help, context.commands().topics()));
    return line;
  }

  private CommandSpec group(CommandGroup group, List<String> words, int leading, boolean complete) {
    CommandSpec spec = showsHelp();
    spec.usageMessage().description(literal(group.summary()) + ".");
    addHelpOption(spec);
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    List<CommandEntry> commands = group.commands().get();
    Optional<String> word = words.stream().findFirst();
    // Of "board add" the first word.
    boolean alone =
        leading > 0
            && commands.stream()
                .anyMatch(c -> c.name().split(" ", 2)[0].equals(word.orElseThrow()));
    Map<String, List<CommandEntry>> inner = new LinkedHashMap<>();
    for (CommandEntry entry : commands) {
      int space = entry.name().indexOf(' ');
      if (space > 0) {
        inner
            .computeIfAbsent(entry.name().substring(0, space), name -> new ArrayList<>())
            .add(entry.within(space + 1));
      } else if (complete || word.equals(Optional.of(entry.name()))) {
        spec.addSubcommand(entry.name(), command(entry));
      } else if (!alone) {
        spec.addSubcommand(entry.name(), stub(entry.summary()));
      }
    }
    inner.forEach(
        (name, entries) -> {
          String summary = group.inner().getOrDefault(name, name);
          if (complete || word.equals(Optional.of(name))) {
            CommandGroup within = new CommandGroup(name, summary, () -> entries);
            spec.addSubcommand(
                name, group(within, words.stream().skip(1).toList(), leading - 1, complete));
          } else if (!alone) {
            spec.addSubcommand(name, stub(summary));
          }
        });
    examples(
        spec,
        commands.stream()
            .flatMap(c -> c.examples().stream().limit(1))
            .limit(3)
            .toArray(String[]::new));
    return spec;
  }

  private CommandSpec command(CommandEntry entry) {
    CommandSpec spec = entry.spec().apply(context);
    List<String> description = new ArrayList<>(List.of(literal(entry.summary()) + "."));
    description.addAll(Arrays.asList(spec.usageMessage().description()));
    spec.usageMessage().description(description.toArray(String[]::new)).sortOptions(false);
    examples(spec, entry.examples().toArray(String[]::new));
    addHelpOption(spec);
    addGlobals(spec);
    return spec;
  }

  /**
   * Returns a command that has others within it. When the arguments name one of these, it takes the
   * place of the outer command's own options; otherwise its name is a word as any other, such as
   * that of a file. The complete model has both.
   */
  private CommandSpec command(CommandEntry entry, List<String> arguments, boolean complete) {
    for (CommandEntry inner : entry.inner()) {
      int place = arguments.indexOf(entry.name());
      boolean named = place + 1 < arguments.size() && arguments.get(place + 1).equals(inner.name());
      if (named) {
        CommandSpec outer = showsHelp();
        outer.addSubcommand(inner.name(), command(inner));
        return outer;
      }
    }
    CommandSpec spec = command(entry);
    for (CommandEntry inner : entry.inner()) {
      if (complete) {
        spec.addSubcommand(inner.name(), command(inner));
      } else {
        List<String> description =
            new ArrayList<>(Arrays.asList(spec.usageMessage().description()));
        description.add(
            literal("mp " + entry.name() + " " + inner.name() + ": " + inner.summary() + "."));
        spec.usageMessage().description(description.toArray(String[]::new));
      }
    }
    return spec;
  }

  private static CommandSpec stub(String summary) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(literal(summary) + ".");
    return spec;
  }

  /**
   * Returns a spec that shows help: {@code mp} or a group alone prints it on standard output with
   * status 0, as gh does.
   */
  private static CommandSpec showsHelp() {
    ShowsHelp command = new ShowsHelp();
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    command.spec = spec;
    return spec;
  }

  private static final class ShowsHelp implements Callable<Integer> {
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      CommandLine line = Objects.requireNonNull(spec).commandLine();
      line.usage(line.getOut());
      return 0;
    }
  }

  private static void addHelpOption(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
  }

  /**
   * Adds the global options, so that {@code mp query sql … --quiet} works as {@code mp --quiet
   * query sql …} does.
   */
  private void addGlobals(CommandSpec spec) {
    for (OptionSpec option : context.options().specs()) {
      String name = option.longestName();
      if (!spec.optionsMap().containsKey(name)) {
        spec.addOption(
            OptionSpec.builder(name)
                .hidden(true)
                .arity(option.arity().toString())
                .type(option.type())
                .setter(new SetWhenGiven(option))
                .build());
      }
    }
  }

  /**
   * A setter that ignores resets: before it parses a command, picocli clears its options, which
   * must not undo a global.
   */
  private record SetWhenGiven(OptionSpec option) implements ISetter {
    @Override
    public <T> T set(T value) throws Exception {
      return value == null || value.equals(false) ? value : option.setter().set(value);
    }
  }

  private static void examples(CommandSpec spec, String... examples) {
    if (examples.length > 0) {
      spec.usageMessage().footerHeading("%nExamples:%n");
      spec.usageMessage()
          .footer(Arrays.stream(examples).map(e -> "  " + literal(e)).toArray(String[]::new));
    }
  }

  /** Returns text that picocli prints unchanged. */
  static String literal(String text) {
    return text.replace("%", "%%");
  }

  /** Runs the command. Picocli would answer {@code mp nonsense --help} with the help of mp. */
  private static int executeKnown(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine line = last.commandSpec().commandLine();
    if (!last.unmatched().isEmpty() && !line.getSubcommands().isEmpty()) {
      throw new UnmatchedArgumentException(line, last.unmatched());
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private CommandLine configure(CommandLine line) {
    int width = Math.min(Math.max(context.terminal().width(), 60), 100);
    return line.setColorScheme(
            CommandLine.Help.defaultColorScheme(context.colours() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(width)
        .setUsageHelpAutoWidth(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        // {@code @FILE} is the value of an option here, not a file of arguments.
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(context.out()))
        .setErr(context.err())
        .setExecutionStrategy(CommandLines::executeKnown)
        .setParameterExceptionHandler(new UsageErrors(context))
        .setExecutionExceptionHandler(
            (failure, failed, parsed) ->
                new ErrorReport(context).report(failure, parsed.originalArgs()));
  }
}
