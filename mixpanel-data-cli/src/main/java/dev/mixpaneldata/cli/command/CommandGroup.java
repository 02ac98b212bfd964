package dev.mixpaneldata.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A group of commands, such as {@code mp inspect}.
 *
 * @param name the word that calls it
 * @param summary one sentence for lists
 * @param commands its commands, made only when the group is invoked; one whose name has two words
 *     belongs to a group within it
 * @param inner the sentences of the groups within it, by name
 */
public record CommandGroup(
    String name, String summary, Supplier<List<CommandEntry>> commands, Map<String, String> inner) {
  /** Creates a group that has no groups within it. */
  public CommandGroup(String name, String summary, Supplier<List<CommandEntry>> commands) {
    this(name, summary, commands, Map.of());
  }

  /** Returns the command of this name. */
  public Optional<CommandEntry> find(String command) {
    return commands.get().stream().filter(c -> c.name().equals(command)).findFirst();
  }
}
