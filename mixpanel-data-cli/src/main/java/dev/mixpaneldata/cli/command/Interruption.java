package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.error.ErrorCode;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * The handling of Ctrl-C: the command is interrupted and has a moment to clean up. A second Ctrl-C,
 * or the end of that moment, ends the process at once. The status is 130 either way.
 */
public final class Interruption {
  /** Enough to close a database; people do not wait longer after Ctrl-C. */
  private static final long MOMENT_MILLIS = 3_000;

  private static final AtomicBoolean ASKED = new AtomicBoolean();

  private Interruption() {}

  /** Handles Ctrl-C from now on, for the command that runs in this thread. */
  public static void watch(Thread command) {
    Signals.register("INT", () -> stop(command));
  }

  /** Returns whether the user pressed Ctrl-C. */
  public static boolean isAsked() {
    return ASKED.get();
  }

  /**
   * Waits for a program that owns the terminal. Until it ends, only that program receives Ctrl-C.
   */
  public static int waitFor(Process program) throws InterruptedException {
    Object ours = Signals.register("INT", () -> {});
    try {
      return program.waitFor();
    } finally {
      Signals.unregister("INT", ours);
    }
  }

  private static void stop(Thread command) {
    if (ASKED.compareAndSet(false, true)) {
      command.interrupt();
      try {
        Thread.sleep(MOMENT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Runtime.getRuntime().halt(ErrorCode.INTERRUPTED.exitStatus());
  }
}
