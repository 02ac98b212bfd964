package dev.mixpaneldata.cli.commandline;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Interruption;
import dev.mixpaneldata.cli.operation.CommandWords;
import dev.mixpaneldata.cli.output.OutputClosed;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.text.Excerpt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports an error on standard error and returns its exit status. Stack traces need {@code
 * --verbose}.
 */
public final class ErrorReport {
  private static final int UNEXPECTED = 1;

  /** Hiding a shorter text would cut up every message. */
  private static final int SHORTEST_SECRET = 8;

  private final CommandContext context;

  /** Creates a report on the standard error of this context. */
  public ErrorReport(CommandContext context) {
    this.context = context;
  }

  /** Prints the error and returns the exit status of the process. */
  public int report(Throwable failure) {
    return report(failure, List.of());
  }

  /**
   * Prints the error and returns the exit status of the process.
   *
   * @param arguments the command line, which the advice may be about
   */
  int report(Throwable failure, List<String> arguments) {
    if (failure instanceof OutputClosed) {
      return 0;
    }
    if (interrupted(failure)) {
      say(ErrorCode.INTERRUPTED.name(), "Stopped.");
      trace(failure);
      return ErrorCode.INTERRUPTED.exitStatus();
    }
    if (failure instanceof VirtualMachineError exhausted) {
      return exhausted(exhausted);
    }
    if (failure instanceof MixpanelDataException known) {
      say(known.code().name(), String.valueOf(known.getMessage()));
      Optional<String> quotes =
          known.code() == ErrorCode.INVALID_ARGUMENT
              ? ShellQuotes.advice(arguments)
              : Optional.empty();
      Stream.of(known.hint(new CommandWords(context)), quotes)
          .flatMap(Optional::stream)
          .reduce((hint, more) -> hint + " " + more)
          .ifPresent(this::hint);
      trace(failure);
      return known.code().exitStatus();
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      say(ErrorCode.STORAGE_FAILED.name(), String.valueOf(failure.getMessage()));
      trace(failure);
      return ErrorCode.STORAGE_FAILED.exitStatus();
    }
    say("UNEXPECTED", failure.getClass().getSimpleName() + ": " + failure.getMessage());
    if (!context.options().verbose()) {
      hint("This is a defect of mp. Run again with --verbose and report what it prints.");
    }
    trace(failure);
    return UNEXPECTED;
  }

  private int exhausted(VirtualMachineError failure) {
    boolean isDeep = failure instanceof StackOverflowError;
    say(
        ErrorCode.QUERY_FAILED.name(),
        isDeep
            ? "The request or its answer is nested too deeply."
            : "The answer needs more memory than the "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB that Java may use here.");
    hint(
        isDeep
            ? "Check whether a filter or an expression calls itself without end."
            : "Request less, print rows as they come with --format jsonl or csv, or"
                + " allow more with MP_JAVA_OPTS=-Xmx1g.");
    trace(failure);
    return ErrorCode.QUERY_FAILED.exitStatus();
  }

  /** Prints a warning or error of one line, with what to do next. */
  void usage(String message, String hint) {
    say(ErrorCode.INVALID_ARGUMENT.name(), message);
    hint(hint);
  }

  private static boolean interrupted(Throwable failure) {
    if (failure instanceof MixpanelDataException known && known.code() == ErrorCode.INTERRUPTED) {
      return false; // It says more than this can.
    }
    if (Interruption.isAsked()) {
      return true;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof InterruptedException || t instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  private void say(String code, String message) {
    context.err().println("Error [" + code + "]: " + shown(Excerpt.ofMessage(message)));
    context.err().flush();
  }

  private void hint(String hint) {
    context.err().println("Hint: " + shown(Excerpt.ofMessage(hint)));
    context.err().flush();
  }

  /**
   * Returns the text as it may be shown: lines after the first are indented, so that none looks
   * like another error.
   */
  private String shown(String text) {
    return Visible.lines(withoutSecret(text)).replaceAll("\n(?! )", "\n  ");
  }

  /** Removes the secret of the environment from a message, which may quote it. */
  private String withoutSecret(String text) {
    String secret = context.environment().getOrDefault("MP_SECRET", "").strip();
    return secret.length() < SHORTEST_SECRET ? text : text.replace(secret, Secret.MASK);
  }

  private void trace(Throwable failure) {
    if (context.options().verbose()) {
      PrintWriter err = context.err();
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      err.print(Visible.lines(withoutSecret(trace.toString())));
      err.flush();
    }
  }
}
