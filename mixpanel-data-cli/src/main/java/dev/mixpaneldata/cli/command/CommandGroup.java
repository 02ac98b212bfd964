package dev.mixpaneldata.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A group of commands, such as {@code mp inspect}.
 *
 * @param name the word that calls it
 * @param summary one sentence for lists
 * @param commands its commands, made only when the group is invoked
 */
public record CommandGroup(String name, String summary, Supplier<List<CommandEntry>> commands) {
  /** Returns the command of this name. */
  public Optional<CommandEntry> find(String command) {
    return commands.get().stream().filter(c -> c.name().equals(command)).findFirst();
  }
}
