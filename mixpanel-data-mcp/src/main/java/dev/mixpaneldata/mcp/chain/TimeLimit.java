package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A limit that interrupts a call that takes longer than its tool allows. */
final class TimeLimit {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mcp-time-limit"));

  ToolAnswer run(Tool tool, ToolHandler handler, ToolCall call) {
    Thread caller = Thread.currentThread();
    AtomicBoolean over = new AtomicBoolean();
    AtomicBoolean done = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        clock.schedule(
            () -> {
              synchronized (done) {
                if (!done.get()) {
                  over.set(true);
                  caller.interrupt();
                }
              }
            },
            tool.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return handler.call(call);
    } catch (MixpanelDataException e) {
      if (over.get() && e.code() == ErrorCode.INTERRUPTED) {
        throw new MixpanelDataException(
            ErrorCode.TIMEOUT,
            "The call took longer than " + tool.timeout().toSeconds() + " s and was stopped.",
            "Request less: fewer days, fewer segments, or a filter.",
            e);
      }
      throw e;
    } finally {
      synchronized (done) {
        done.set(true);
      }
      alarm.cancel(false);
      if (over.get()) {
        // The interruption was ours, and must not reach the next work of this thread.
        Thread.interrupted();
      }
    }
  }
}
