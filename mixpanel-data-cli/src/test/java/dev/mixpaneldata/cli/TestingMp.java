package dev.mixpaneldata.cli;

import dev.mixpaneldata.TestingWorkspaces;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Terminal;
import dev.mixpaneldata.cli.command.WorkspaceOpener;
import dev.mixpaneldata.quota.Pacer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs {@code mp} in this process, with captured streams. */
public final class TestingMp {
  /** What a person at a terminal of 80 columns has. */
  static final Terminal TERMINAL = new Terminal(true, true, true, 80);

  public final StringWriter err = new StringWriter();
  public final Map<String, String> environment = new HashMap<>();
  final TestingStore store = new TestingStore();
  private final Workspace workspace = TestingWorkspaces.of(store);
  private WorkspaceOpener opener = (options, context) -> workspace;
  private Writer out = new StringWriter();
  private Terminal terminal = Terminal.NONE;
  private InputStream in = InputStream.nullInputStream();

  /** The status and what was printed. */
  public record Ended(int status, String out, String err) {}

  public TestingMp atTerminal() {
    terminal = TERMINAL;
    return this;
  }

  public TestingMp width(int columns) {
    terminal = new Terminal(true, true, true, columns);
    return this;
  }

  /** Standard input that answers as it is asked. */
  public TestingMp input(InputStream stream) {
    in = stream;
    return this;
  }

  public TestingMp input(String text) {
    in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public TestingMp output(Writer writer) {
    out = writer;
    return this;
  }

  public TestingMp with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Opens workspaces as outside of tests, by the environment. */
  public TestingMp opening() {
    opener = new DefaultWorkspaceOpener();
    return this;
  }

  public CommandContext context() {
    return new CommandContext(
        in,
        out,
        new PrintWriter(err, true),
        terminal,
        environment,
        opener,
        CommandTree.ALL,
        Pacer.system());
  }

  public Ended run(String... arguments) {
    int status = Mp.run(context(), List.of(arguments));
    return new Ended(status, out.toString(), err.toString());
  }
}
