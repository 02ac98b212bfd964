package dev.mixpaneldata.cli;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of the outside that a command may touch. Data goes to {@link #out()}, everything else to
 * {@link #err()}; tests give streams of their own. Used by one thread, except {@link #err()}.
 */
public final class CommandContext {
  private final InputStream in;
  private final Writer out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final WorkspaceOpener opener;
  private final GlobalOptions options = new GlobalOptions();
  private @Nullable Workspace workspace;
  private @Nullable BufferedReader answers;

  public CommandContext(
      InputStream in,
      Writer out,
      PrintWriter err,
      Terminal terminal,
      Map<String, String> environment,
      WorkspaceOpener opener) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
    this.opener = opener;
  }

  /** Standard input, as bytes. */
  public InputStream in() {
    return in;
  }

  /** Standard output, for data. It is buffered, and flushed when the command ends. */
  public Writer out() {
    return out;
  }

  /**
   * Standard output for data whose form is not ours to lay out. At a terminal, what could steer it
   * is escaped as in JSON; in a pipe nothing is changed.
   */
  public Writer data() {
    return terminal.output() ? new VisibleWriter(out) : out;
  }

  /** Standard error, for all that is not data. */
  public PrintWriter err() {
    return err;
  }

  /** Which streams are a terminal. */
  public Terminal terminal() {
    return terminal;
  }

  /** The environment's variables. */
  public Map<String, String> environment() {
    return environment;
  }

  /** The options given to {@code mp} itself. */
  public GlobalOptions options() {
    return options;
  }

  /** The workspace, opened at the first call. */
  public Workspace workspace() {
    Workspace opened = workspace;
    if (opened == null) {
      opened = opener.open(options, this);
      workspace = opened;
    }
    return opened;
  }

  /** As {@link #workspace()}, but of the account's own project where another one was named. */
  public Workspace ownWorkspace() {
    return options.project().isEmpty() ? workspace() : opener.open(options.ofOwnProject(), this);
  }

  /** Whether help and tables may be coloured. */
  public boolean colours() {
    return terminal.output() && !plain() && !environment.containsKey("NO_COLOR");
  }

  /** Whether the user asked for plain ASCII with MP_PLAIN. */
  public boolean plain() {
    String value = environment.getOrDefault("MP_PLAIN", "");
    return !value.isEmpty() && !value.equals("0");
  }

  /** Whether progress may be drawn: somebody is there to see it, and did not ask for silence. */
  public boolean showsProgress() {
    return terminal.error() && !options.quiet() && !plain();
  }

  /** Says a line beside the data, unless silence was asked for. */
  public void say(String line) {
    if (!options.quiet()) {
      err.println(Visible.lines(line));
      err.flush();
    }
  }

  /** As {@link #confirm(String, boolean, String)} with {@code --force}. */
  public void confirm(String question, boolean force) {
    confirm(question, force, "--force");
  }

  /**
   * Makes sure that the user means it: asks at a terminal, demands the option elsewhere. A no is
   * {@code DECLINED}.
   */
  public void confirm(String question, boolean given, String option) {
    if (given) {
      return;
    }
    if (!terminal.input() || !terminal.error()) {
      throw MixpanelDataException.invalidArgument(
          question + " There is no terminal to ask at.",
          "Add " + option + " to do it without asking.");
    }
    String answer = ask(question + " [y/N] ").strip().toLowerCase(Locale.ROOT);
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw new MixpanelDataException(ErrorCode.DECLINED, "Nothing was changed.");
    }
  }

  /** Asks on standard error and reads one line of standard input; empty at its end. */
  public String ask(String question) {
    err.print(Visible.lines(question));
    err.flush();
    try {
      if (answers == null) {
        answers = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      String line = answers.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED, "Standard input cannot be read.", null, e);
    }
  }
}
