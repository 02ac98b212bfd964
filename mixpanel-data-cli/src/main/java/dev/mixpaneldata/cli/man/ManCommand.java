package dev.mixpaneldata.cli.man;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.cli.commandline.Version;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp man}: shows the manual page of a command, or writes all pages to a folder for man. */
public final class ManCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "man",
          "Show the manual page of a command, or write all pages",
          List.of(
              "mp man fetch events",
              "mp man query sql | less",
              "mp man --to ~/.local/share/man && man mp-fetch-events"),
          ManCommand::new);

  private final CommandContext context;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, such as fetch events; mp itself by default.")
  private List<String> command = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Write the pages of all commands into the folder man1 of this one.")
  private @Nullable Path target;

  private ManCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Manual manual = new Manual(CommandLines.complete(context));
    if (target == null) {
      show(manual.page(command));
    } else if (command.isEmpty()) {
      write(manual, target);
    } else {
      throw MixpanelDataException.invalidArgument(
          "--to writes the pages of all commands.", "Leave out --to, or the command.");
    }
    return 0;
  }

  private void show(ManPage page) throws IOException, InterruptedException {
    if (context.terminal().output() && ManProgram.show(page.name(), roff(page), context)) {
      return;
    }
    int width = Math.min(context.terminal().width(), 100);
    context.out().write(PlainText.write(page, width));
  }

  private void write(Manual manual, Path folder) {
    try {
      Path chapter = Files.createDirectories(folder.resolve("man1"));
      List<ManPage> pages = manual.pages().toList();
      for (ManPage page : pages) {
        Files.writeString(chapter.resolve(page.name() + ".1"), roff(page));
      }
      context.say(
          "Wrote " + pages.size() + " pages to " + chapter + "; see 'man -M " + folder + " mp'.");
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The pages cannot be written to '" + folder + "': " + e + ".",
          "Give a folder that you may write to, such as ~/.local/share/man.",
          e);
    }
  }

  private static String roff(ManPage page) {
    return Roff.write(page, "mp " + Version.text(), Version.date());
  }
}
