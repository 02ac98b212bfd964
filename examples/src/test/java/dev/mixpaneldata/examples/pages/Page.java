package dev.mixpaneldata.examples.pages;

import dev.mixpaneldata.cli.CommandTree;
import dev.mixpaneldata.cli.DefaultWorkspaceOpener;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Terminal;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.quota.Pacer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A page of the documentation whose tables of options and printed outputs are what the code says:
 * {@link #rendered} writes them anew.
 *
 * <ul>
 *   <li>{@code <!-- options of mp query x -->} … {@code <!-- end of options -->}: a table
 *   <li>{@code <!-- file x.js -->} and a fence: that file of docs/reports
 *   <li>a fence {@code console}: each line that begins with {@code $ mp} and what it prints
 *   <li>a fence {@code java} followed by a fence {@code text}: what it prints
 * </ul>
 */
record Page(String text) {
  private static final Pattern OPTIONS =
      Pattern.compile(
          "(<!-- options of mp ([a-z -]+?) -->\n).*?(<!-- end of options -->)", Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("(<!-- file ([a-z./-]+) -->\n```[a-z]+\n).*?```", Pattern.DOTALL);
  private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVA =
      Pattern.compile("(```java\n(.*?)```\n\n```text\n).*?```", Pattern.DOTALL);

  /** Options of every command with data, and of every report; the index tells them once. */
  private static final List<String> COMMON =
      List.of(
          "--format",
          "--jq",
          "--help",
          "--chart",
          "--chart-file",
          "--local",
          "--source",
          "--timezone",
          "--profiles",
          "--cohort",
          "--by-cohort",
          "--gaps",
          "--explain");

  /** The page as it should be. */
  String rendered(Shop shop, Path folder) {
    String page = replace(OPTIONS, text, m -> m.group(1) + options(m.group(2)) + m.group(3));
    page = replace(FILE, page, m -> m.group(1) + file(m.group(2)) + "```");
    page = replace(CONSOLE, page, m -> "```console\n" + console(m.group(1), shop, folder) + "```");
    return replace(JAVA, page, m -> m.group(1) + java(m.group(2), shop, folder) + "```");
  }

  private interface Rendering {
    String of(Matcher part);
  }

  private static String replace(Pattern pattern, String page, Rendering rendering) {
    Matcher matcher = pattern.matcher(page);
    StringBuilder rendered = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(rendered, Matcher.quoteReplacement(rendering.of(matcher)));
    }
    return matcher.appendTail(rendered).toString();
  }

  private static String file(String name) {
    try {
      return Files.readString(Path.of("../docs/reports", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String console(String fence, Shop shop, Path folder) {
    return fence
        .lines()
        .filter(line -> line.startsWith("$ "))
        .map(
            line ->
                line + "\n" + new CommandExample(line.substring(2)).run(shop.environment(folder)))
        .collect(Collectors.joining("\n"));
  }

  private static String java(String example, Shop shop, Path folder) {
    try (var workspace = shop.open(folder)) {
      return new JavaExample(example).run(workspace, Files.createTempDirectory(folder, "example"));
    } catch (Exception e) {
      throw new AssertionError("A printed example fails:\n" + example, e);
    }
  }

  private static String options(String command) {
    CommandLine line = commands();
    for (String word : command.split(" ")) {
      line = line.getSubcommands().get(word);
      if (line == null) {
        throw new AssertionError("There is no mp " + command);
      }
    }
    CommandSpec spec = line.getCommandSpec();
    StringBuilder table =
        new StringBuilder("`mp " + command + "`\n\n| option | meaning |\n|---|---|\n");
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      String label = argument.paramLabel().replaceAll("[<>]", "");
      row(table, argument.required() ? label : "[" + label + "]", argument);
    }
    for (OptionSpec option : spec.options()) {
      // Of profiles, --cohort is another thing.
      boolean report = spec.findOption("--by-cohort") != null;
      boolean common =
          COMMON.contains(option.longestName())
              && (report || !option.longestName().equals("--cohort"));
      if (!option.hidden() && !common) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        String names = String.join(", ", option.names()) + label;
        row(table, names, option);
      }
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String names, ArgSpec argument) {
    String meaning =
        Arrays.stream(argument.description())
            .collect(Collectors.joining(" "))
            .replace("%%", "%")
            .replace("|", "\\|");
    table
        .append("| `")
        .append(names)
        .append("` | ")
        .append(argument.required() ? "**Required.** " : "")
        .append(meaning)
        .append(" |\n");
  }

  private static CommandLine commands() {
    return CommandLines.complete(
        new CommandContext(
            InputStream.nullInputStream(),
            Writer.nullWriter(),
            new PrintWriter(Writer.nullWriter()),
            Terminal.NONE,
            Map.of(),
            new DefaultWorkspaceOpener(),
            CommandTree.ALL,
            Pacer.system()));
  }
}
