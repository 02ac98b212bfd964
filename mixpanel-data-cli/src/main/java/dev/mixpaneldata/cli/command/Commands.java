package dev.mixpaneldata.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of a program.
 *
 * @param groups groups of commands, in the order of help
 * @param single commands without a group, in the order of help
 * @param topics what help lists the commands by; each command has one
 */
public record Commands(
    List<CommandGroup> groups, List<CommandEntry> single, List<CommandTopic> topics) {
  /** Returns the words that a command line can begin with. */
  public Stream<String> names() {
    return Stream.concat(
        groups.stream().map(CommandGroup::name), single.stream().map(CommandEntry::name));
  }

  /** Returns the command that these words call, such as {@code inspect schema}. */
  public Optional<CommandEntry> find(String command) {
    String[] words = command.split(" ", 2);
    Optional<CommandEntry> first =
        single.stream().filter(c -> c.name().equals(words[0])).findFirst();
    return words.length == 1
        ? first
        : groups.stream()
            .filter(group -> group.name().equals(words[0]))
            .findFirst()
            .flatMap(group -> group.find(words[1]))
            .or(() -> first.flatMap(entry -> within(entry, words[1])));
  }

  private static Optional<CommandEntry> within(CommandEntry entry, String name) {
    return entry.inner().stream().filter(inner -> inner.name().equals(name)).findFirst();
  }
}
