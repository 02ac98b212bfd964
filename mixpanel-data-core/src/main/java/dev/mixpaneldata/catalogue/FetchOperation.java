package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.fetch.Fetch;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchResult;

/**
 * An operation that fills a table. It takes minutes, so surfaces show its progress.
 *
 * @param spec the operation, which runs without a listener
 * @param method the typed method behind it
 */
public record FetchOperation<Q extends Record>(
    OperationSpec<Q, FetchResult> spec, Method<Q> method) {
  /** A method of {@link Fetch}. */
  @FunctionalInterface
  public interface Method<Q> {
    FetchResult run(Fetch fetch, Q request, FetchListener listener);
  }

  static <Q extends Record> FetchOperation<Q> of(
      String id, String command, String summary, Class<Q> request, Method<Q> method) {
    return new FetchOperation<>(
        new OperationSpec<>(
            id,
            command,
            summary,
            Family.FETCHING,
            Effect.WRITE,
            request,
            ResultType.of(FetchResult.class),
            (context, asked) -> method.run(context.workspace().fetch(), asked, FetchListener.NONE)),
        method);
  }
}
