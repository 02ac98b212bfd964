package dev.mixpaneldata.examples.pages;

import dev.mixpaneldata.cli.CommandTree;
import dev.mixpaneldata.cli.DefaultWorkspaceOpener;
import dev.mixpaneldata.cli.Mp;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Terminal;
import dev.mixpaneldata.quota.Pacer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A printed call of {@code mp}, as a person types it at a terminal of 80 columns. */
final class CommandExample {
  /** Words, of which parts may stand in single or double quotes. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private final List<String> words;

  CommandExample(String line) {
    words =
        WORD.matcher(line)
            .results()
            .map(word -> unquoted(word.group()))
            // People stand in the project's folder, tests in that of the module.
            .map(word -> word.startsWith("docs/") ? "../" + word : word)
            .toList();
  }

  private static String unquoted(String word) {
    return QUOTED
        .matcher(word)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(part.group(1) == null ? part.group(2) : part.group(1)));
  }

  /** What a person sees: what is said beside the data, then the data. */
  String run(Map<String, String> environment) {
    if (!words.get(0).equals("mp")) {
      throw new AssertionError("A printed command is no mp: " + words);
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandContext context =
        new CommandContext(
            InputStream.nullInputStream(),
            out,
            new PrintWriter(err, true),
            new Terminal(true, true, true, 80),
            environment,
            new DefaultWorkspaceOpener(),
            CommandTree.ALL,
            Pacer.system());
    Mp.run(context, words.subList(1, words.size()));
    return err.toString() + out;
  }
}
