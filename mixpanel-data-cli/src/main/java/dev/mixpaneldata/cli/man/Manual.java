package dev.mixpaneldata.cli.man;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The manual pages of {@code mp} and of all its commands that are not hidden. */
final class Manual {
  private final List<CommandLine> lines = new ArrayList<>();

  /**
   * Creates the manual of a model of commands.
   *
   * @param mp the model with every command built whole
   */
  Manual(CommandLine mp) {
    add(mp);
  }

  private void add(CommandLine line) {
    if (!line.getCommandSpec().usageMessage().hidden()) {
      lines.add(line);
      line.getSubcommands().values().forEach(this::add);
    }
  }

  /** Returns all pages, each group before its commands. */
  Stream<ManPage> pages() {
    return lines.stream().map(CommandPage::of);
  }

  /**
   * Returns the page of a command. No words mean {@code mp} itself; {@code mp-fetch} also counts as
   * a word.
   */
  ManPage page(List<String> words) {
    String joined = String.join("-", words);
    String name = joined.isEmpty() ? "mp" : joined.matches("mp(-.*)?") ? joined : "mp-" + joined;
    return lines.stream()
        .filter(line -> CommandPage.name(line.getCommandSpec()).equals(name))
        .findFirst()
        .map(CommandPage::of)
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    "There is no command '" + String.join(" ", words) + "'.",
                    "'mp --help' lists commands and groups; 'mp fetch --help' those of a group."));
  }
}
