package dev.mixpaneldata.cli.command;

import java.util.List;

/**
 * A part of the list of commands in help.
 *
 * @param title its heading
 * @param names the commands and groups of the first level, in the order of help
 */
public record CommandTopic(String title, List<String> names) {
  /** Creates a topic. */
  public static CommandTopic of(String title, String... names) {
    return new CommandTopic(title, List.of(names));
  }
}
