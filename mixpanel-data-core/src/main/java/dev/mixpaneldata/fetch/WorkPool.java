package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.UnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs downloads in parallel. A failed one does not keep the others from finishing. */
final class WorkPool {
  /** The time given to tasks that do not stop at once when interrupted, as downloads do. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private WorkPool() {}

  /**
   * Runs a task for each item. {@code done} receives each result, in the calling thread, as it
   * comes. Throws the first failure that would concern all items, or, at the end, the failures of
   * single ones.
   */
  static <I, R> void run(int workers, List<I> items, Function<I, R> task, Consumer<R> done) {
    if (items.isEmpty()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(workers, items.size()));
    try {
      ExecutorCompletionService<R> results = new ExecutorCompletionService<>(pool);
      for (I item : items) {
        results.submit(() -> task.apply(item));
      }
      collect(results, items.size(), done);
    } finally {
      stop(pool);
    }
  }

  /** Stops all downloads, so that none continues after the caller has received the result. */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      pool.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <R> void collect(
      ExecutorCompletionService<R> results, int count, Consumer<R> done) {
    List<MixpanelDataException> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try {
        done.accept(results.take().get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw FetchErrors.stopped(e);
      } catch (ExecutionException e) {
        MixpanelDataException failure = known(e.getCause());
        // All downloads send the same request for other days: a lasting failure would meet them
        // too.
        if (!failure.code().isRetriable() || failure instanceof UnreachableException) {
          throw failure;
        }
        failures.add(failure);
      }
    }
    throwAny(failures);
  }

  private static MixpanelDataException known(@Nullable Throwable cause) {
    if (cause instanceof MixpanelDataException failure) {
      return failure;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("A download failed in an unexpected way", cause);
  }

  private static void throwAny(List<MixpanelDataException> failures) {
    if (failures.isEmpty()) {
      return;
    }
    MixpanelDataException first = failures.get(0);
    if (failures.size() == 1) {
      throw first;
    }
    StringBuilder message = new StringBuilder(failures.size() + " downloads failed:");
    failures.forEach(failure -> message.append("\n  ").append(failure.getMessage()));
    MixpanelDataException all = first.withMessage(message.toString());
    failures.stream().skip(1).forEach(all::addSuppressed);
    throw all;
  }
}
