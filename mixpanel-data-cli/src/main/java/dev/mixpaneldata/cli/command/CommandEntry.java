package dev.mixpaneldata.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command in the tree; its options are built only when it is invoked.
 *
 * @param name the word that calls it
 * @param summary one sentence for lists
 * @param examples whole command lines for its help
 * @param spec builds its options and its action
 * @param inner commands within it, such as {@code mp export lake}
 */
public record CommandEntry(
    String name,
    String summary,
    List<String> examples,
    Function<CommandContext, CommandSpec> spec,
    List<CommandEntry> inner) {
  public CommandEntry {
    inner = List.copyOf(inner);
  }

  /** Creates an entry without commands within it. */
  public CommandEntry(
      String name,
      String summary,
      List<String> examples,
      Function<CommandContext, CommandSpec> spec) {
    this(name, summary, examples, spec, List.of());
  }

  /** Returns this entry with a command within it. */
  public CommandEntry with(CommandEntry within) {
    return new CommandEntry(
        name, summary, examples, spec, Stream.concat(inner.stream(), Stream.of(within)).toList());
  }

  /** Returns the entry under the part of its name that begins here, for a group within a group. */
  public CommandEntry within(int begin) {
    return new CommandEntry(name.substring(begin), summary, examples, spec, inner);
  }

  /** Returns the entry of a hand-written command: an object with picocli's annotations. */
  public static CommandEntry of(
      String name,
      String summary,
      List<String> examples,
      Function<CommandContext, Callable<Integer>> command) {
    return new CommandEntry(
        name, summary, examples, context -> CommandSpec.forAnnotatedObject(command.apply(context)));
  }
}
