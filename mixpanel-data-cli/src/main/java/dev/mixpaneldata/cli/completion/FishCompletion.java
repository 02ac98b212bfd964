package dev.mixpaneldata.cli.completion;

import dev.mixpaneldata.cli.commandline.HelpText;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish, which picocli does not write. */
final class FishCompletion {
  private final StringBuilder script =
      new StringBuilder("# Completion of mp for fish.\ncomplete -c mp -f\n");

  private FishCompletion() {}

  static String script(CommandLine mp) {
    FishCompletion completion = new FishCompletion();
    completion.command(mp, "__fish_use_subcommand");
    return completion.script.toString();
  }

  private void command(CommandLine line, String condition) {
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (!option.hidden()) {
        option(option, condition);
      }
    }
    Map<String, CommandLine> commands = new TreeMap<>(line.getSubcommands());
    String others = String.join(" ", commands.keySet());
    commands.forEach(
        (name, command) -> {
          boolean first = condition.equals("__fish_use_subcommand");
          String here =
              first ? condition : condition + "; and not __fish_seen_subcommand_from " + others;
          script.append(
              "complete -c mp -n '%s' -a %s -d %s%n".formatted(here, name, says(command)));
          String inside = "__fish_seen_subcommand_from " + name;
          command(command, first ? inside : condition + "; and " + inside);
        });
  }

  private void option(OptionSpec option, String condition) {
    script.append("complete -c mp -n '%s'".formatted(condition));
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      boolean file = option.paramLabel().equals("FILE");
      script.append(file ? " -r -F" : " -x");
      if (option.completionCandidates() != null) {
        script.append(" -a ").append(quoted(String.join(" ", option.completionCandidates())));
      }
    }
    script.append(" -d ").append(quoted(HelpText.of(option))).append('\n');
  }

  private static String says(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    return quoted(HelpText.plain(spec.usageMessage().description()[0]));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
