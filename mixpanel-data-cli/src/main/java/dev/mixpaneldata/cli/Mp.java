package dev.mixpaneldata.cli;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.EarlyConnection;
import dev.mixpaneldata.cli.command.Interruption;
import dev.mixpaneldata.cli.command.Terminal;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.cli.commandline.ErrorReport;
import dev.mixpaneldata.cli.output.StandardOutput;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.quota.Pacer;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The program {@code mp}: runs one command and ends with its exit status. */
public final class Mp {
  private Mp() {}

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments) {
    EarlyConnection.prepare(List.of(arguments));
    Map<String, String> environment = System.getenv();
    CommandContext context =
        new CommandContext(
            System.in,
            new BufferedWriter(
                new OutputStreamWriter(
                    new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                    StandardCharsets.UTF_8),
                1 << 16),
            new PrintWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
                true),
            Terminal.detect(environment),
            environment,
            new DefaultWorkspaceOpener(),
            CommandTree.ALL,
            Pacer.system());
    int status = ErrorCode.INTERRUPTED.exitStatus();
    try {
      prepare();
      status = run(context, List.of(arguments));
    } catch (Error unloaded) {
      // An interrupted thread cannot load every class; that is no defect to report.
      if (!Interruption.isAsked()) {
        throw unloaded;
      }
    }
    System.exit(Interruption.isAsked() ? ErrorCode.INTERRUPTED.exitStatus() : status);
  }

  /** Prepares the process rather than a command: handles Ctrl-C, and chooses the logger. */
  public static void prepare() {
    // Otherwise SLF4J looks for loggers in all jars; it would announce the one that is named.
    System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    Interruption.watch(Thread.currentThread());
  }

  /** Runs a command in this process and returns its exit status. */
  public static int run(CommandContext context, List<String> arguments) {
    long start = System.nanoTime();
    // Logging is configured by properties that are read when the first logger is made.
    if (arguments.contains("--verbose") || arguments.contains("-v")) {
      System.setProperty("org.slf4j.simpleLogger.log.dev.mixpaneldata", "debug");
    }
    int status;
    try {
      status =
          CommandLines.forArguments(context, arguments).execute(arguments.toArray(String[]::new));
      context.out().flush();
    } catch (RuntimeException | IOException | VirtualMachineError e) {
      status = new ErrorReport(context).report(e);
    }
    if (context.options().verbose()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      context.say(String.format(Locale.ROOT, "Done in %.2f s with status %d.", seconds, status));
    }
    return status;
  }
}
