package dev.mixpaneldata.cli.completion;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.commandline.CommandLines;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code mp completion}: prints a script that completes mp's commands and options in a shell. */
public final class CompletionCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "completion",
          "Print a completion script for a shell",
          List.of(
              "source <(mp completion bash)",
              "mp completion zsh > ~/.mp-completion && echo 'source ~/.mp-completion' >> ~/.zshrc",
              "mp completion fish > ~/.config/fish/completions/mp.fish"),
          CompletionCommand::new);

  /** The shells that have a completion script. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  private final CommandContext context;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  private CompletionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine complete = CommandLines.complete(context);
    context
        .out()
        .write(
            switch (shell) {
              // The one script loads bashcompinit when it finds itself in zsh.
              case BASH, ZSH -> AutoComplete.bash("mp", complete);
              case FISH -> FishCompletion.script(complete);
            });
    return 0;
  }
}
