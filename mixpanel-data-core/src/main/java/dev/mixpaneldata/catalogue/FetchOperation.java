package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.Workspace;
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
  /** A method of a workspace that fills a table. */
  @FunctionalInterface
  public interface Method<Q> {
    FetchResult run(Workspace workspace, Q request, FetchListener listener);
  }

  static <Q extends Record> FetchOperation<Q> of(
      String id, String command, String summary, Class<Q> request, Method<Q> method) {
    return of(id, command, summary, Family.FETCHING, request, method);
  }

  static <Q extends Record> FetchOperation<Q> of(
      String id,
      String command,
      String summary,
      Family family,
      Class<Q> request,
      Method<Q> method) {
    return new FetchOperation<>(
        new OperationSpec<>(
            id,
            command,
            summary,
            family,
            Effect.WRITE,
            request,
            ResultType.of(FetchResult.class),
            (context, asked) -> method.run(context.workspace(), asked, FetchListener.NONE)),
        method);
  }
}
