package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.quota.Pacer;
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
 * The streams, environment and workspace of a command: all that it may touch outside itself. Data
 * goes to {@link #out()}, everything else to {@link #err()}; tests pass streams of their own. Used
 * by one thread, except {@link #err()}.
 */
public final class CommandContext {
  private final InputStream in;
  private final Writer out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final WorkspaceOpener opener;
  private final Commands commands;
  private final Pacer pacer;
  private final GlobalOptions options = new GlobalOptions();
  private @Nullable Workspace workspace;
  private @Nullable BufferedReader answers;

  /** Creates a context; the opener is asked at the first use of the workspace. */
  public CommandContext(
      InputStream in,
      Writer out,
      PrintWriter err,
      Terminal terminal,
      Map<String, String> environment,
      WorkspaceOpener opener,
      Commands commands,
      Pacer pacer) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
    this.opener = opener;
    this.commands = commands;
    this.pacer = pacer;
  }

  /** Returns standard input, as bytes. */
  public InputStream in() {
    return in;
  }

  /** Returns standard output, for data. It is buffered, and flushed when the command ends. */
  public Writer out() {
    return out;
  }

  /**
   * Returns standard output for data whose layout is fixed elsewhere. At a terminal, characters
   * that could steer it are escaped as in JSON; in a pipe nothing is changed.
   */
  public Writer data() {
    return terminal.output() ? new VisibleWriter(out) : out;
  }

  /** Returns standard error, for everything that is not data. */
  public PrintWriter err() {
    return err;
  }

  /** Returns the streams that are a terminal. */
  public Terminal terminal() {
    return terminal;
  }

  /** Returns the variables of the environment. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Returns all commands of the program, to name and to describe them. */
  public Commands commands() {
    return commands;
  }

  /** Returns the clock of the command. */
  public Pacer pacer() {
    return pacer;
  }

  /** Returns the options given to {@code mp} itself. */
  public GlobalOptions options() {
    return options;
  }

  /** Returns the workspace, which the first call opens. */
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

  /** Returns whether the user asked for plain ASCII with {@code MP_PLAIN}. */
  public boolean plain() {
    String value = environment.getOrDefault("MP_PLAIN", "");
    return !value.isEmpty() && !value.equals("0");
  }

  /** Returns whether progress may be drawn: a person watches, and did not ask for silence. */
  public boolean showsProgress() {
    return terminal.error() && !options.quiet() && !plain();
  }

  /** Prints a line on standard error, unless the user asked for silence. */
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

  /**
   * Asks on standard error and reads one line of standard input; returns empty text at its end.
   *
   * @throws MixpanelDataException {@code STORAGE_FAILED} if standard input cannot be read
   */
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
