package dev.mixpaneldata.cli.shell;

import dev.mixpaneldata.cli.command.CommandContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/** The shell for people: editing, history, completion; Ctrl-C stops a query and not the shell. */
final class InteractiveShell {
  private final CommandContext context;
  private final ShellSession session;

  InteractiveShell(CommandContext context, ShellSession session) {
    this.context = context;
    this.session = session;
  }

  int run() throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      LineReader reader = reader(terminal);
      context.say("SQL on the local tables. End it with a semicolon; .help shows more.");
      while (!session.closed()) {
        try {
          StatementBuffer buffer = new StatementBuffer();
          for (String statement : buffer.add(reader.readLine("mp> "))) {
            run(terminal, statement);
          }
        } catch (UserInterruptException e) {
          // Ctrl-C at the prompt clears the line.
        } catch (EndOfFileException e) {
          break;
        }
      }
    }
    return 0;
  }

  private static LineReader reader(Terminal terminal, CommandContext context) throws IOException {
    Path history = DataDirectory.privateFile(context.environment(), "shell_history");
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(new UntilSemicolon())
        .completer(new SqlCompleter(context))
        .variable(LineReader.HISTORY_FILE, history)
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "..> ")
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.CASE_INSENSITIVE, true)
        .build();
  }

  private LineReader reader(Terminal terminal) throws IOException {
    return reader(terminal, context);
  }

  /** Runs a query on its own thread, so that Ctrl-C can interrupt the query alone. */
  private void run(Terminal terminal, String statement) {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    Thread query =
        new Thread(
            () -> {
              try {
                session.run(statement);
              } catch (RuntimeException e) {
                failure.set(e);
              }
            },
            "mp-shell-query");
    query.setDaemon(true);
    Terminal.SignalHandler before = terminal.handle(Signal.INT, signal -> query.interrupt());
    try {
      query.start();
      query.join();
    } catch (InterruptedException e) {
      query.interrupt();
      Thread.currentThread().interrupt();
    } finally {
      terminal.handle(Signal.INT, before);
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /** A parser that ends the input at Enter only if the statement is complete. */
  private static final class UntilSemicolon extends DefaultParser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext parseContext) {
      if (parseContext == ParseContext.ACCEPT_LINE && !StatementBuffer.complete(line)) {
        throw new EOFError(-1, cursor, "The statement has no semicolon yet");
      }
      ParseContext lenient =
          parseContext == ParseContext.ACCEPT_LINE ? ParseContext.UNSPECIFIED : parseContext;
      return super.parse(line.replace('\'', ' ').replace('"', ' '), cursor, lenient);
    }
  }
}
