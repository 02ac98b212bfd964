package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.internal.DaemonThreads;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The running calls, each in its own thread, which a cancellation interrupts. A cancelled call gets
 * no answer, as the protocol demands.
 */
public final class RunningCalls implements AutoCloseable {
  /** More than the sessions of any user need; the limit only stops runaway clients. */
  private static final int MOST = 256;

  private static final Logger LOG = LoggerFactory.getLogger(RunningCalls.class);

  private final Map<CallKey, Future<?>> running = new ConcurrentHashMap<>();
  private final ExecutorService threads;

  /** Creates an empty set of calls; its threads start with the calls. */
  public RunningCalls() {
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.numbered("mcp-call"));
  }

  /** Returns the outcome of an action that runs in another thread; empty if it is cancelled. */
  public <T> Mono<T> run(CallKey key, Callable<T> action) {
    return Mono.create(
        sink -> {
          FutureTask<Void> task =
              new FutureTask<>(
                  () -> {
                    try {
                      sink.success(action.call());
                    } catch (Throwable e) {
                      // Errors too: the caller waits for an answer.
                      sink.error(e);
                    }
                    return null;
                  }) {
                @Override
                protected void done() {
                  running.remove(key, this);
                  if (isCancelled()) {
                    sink.success();
                  }
                }
              };
          running.put(key, task);
          sink.onCancel(() -> task.cancel(true));
          try {
            threads.execute(task);
          } catch (RuntimeException e) {
            running.remove(key, task);
            sink.error(e);
          }
        });
  }

  /** Interrupts a call, if it runs. */
  public void cancel(CallKey key) {
    Future<?> task = running.get(key);
    if (task != null) {
      task.cancel(true);
    }
  }

  /** Interrupts all calls of a connection. */
  public void cancelAll(String connection) {
    running.forEach(
        (key, task) -> {
          if (key.connection().equals(connection)) {
            task.cancel(true);
          }
        });
  }

  /** Waits until no thread works any more, but not longer than {@code longest}. */
  public void awaitEnd(Duration longest) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Calls do not end although they were interrupted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
