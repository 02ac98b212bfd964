package dev.mixpaneldata.cli.shell;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code mp shell}: SQL on the local tables, line by line. */
@Command
public final class ShellCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "shell",
          "Ask the local tables in SQL, line by line",
          List.of("mp shell", "mp shell < report.sql"),
          ShellCommand::new);

  private final CommandContext context;

  private ShellCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    ShellSession session = new ShellSession(context);
    if (context.terminal().input() && context.terminal().output()) {
      return new InteractiveShell(context, session).run();
    }
    return run(session);
  }

  /**
   * Runs a script from a pipe. It continues after an error and ends with the first error's status.
   */
  private int run(ShellSession session) throws IOException {
    StatementBuffer buffer = new StatementBuffer();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8));
    int status = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      for (String statement : buffer.add(line)) {
        int ended = session.run(statement);
        status = status == 0 ? ended : status;
        if (session.closed()) {
          return status;
        }
      }
    }
    String rest = buffer.rest();
    int ended = rest.isEmpty() ? 0 : session.run(rest);
    return status == 0 ? ended : status;
  }
}
