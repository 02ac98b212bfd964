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

/** Downloads side by side. One that fails does not keep the others from finishing. */
final class WorkPool {
  /** Downloads stop at once when interrupted; this is for what does not. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private WorkPool() {}

  /**
   * Runs a task for each item. {@code done} hears of each result in the calling thread as it comes.
   * Throws the first failure that would meet all, or, at the end, what failed.
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

  /** Nothing goes on downloading after the caller was told of the end. */
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
        // All downloads ask the same of other days: what does not pass, they would meet as well.
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
