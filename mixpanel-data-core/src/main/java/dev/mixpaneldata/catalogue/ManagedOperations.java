package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The makers of a family's operations on the app API.
 *
 * @param family the family
 */
record ManagedOperations(Family family) {
  <Q extends Record, R> OperationSpec<Q, R> read(
      String id,
      String command,
      String summary,
      Class<Q> request,
      ResultType<R> result,
      BiFunction<App, Q, R> call) {
    return of(id, command, summary, Effect.READ, request, result, call);
  }

  <Q extends Record, R> OperationSpec<Q, R> write(
      String id,
      String command,
      String summary,
      Class<Q> request,
      ResultType<R> result,
      BiFunction<App, Q, R> call) {
    return of(id, command, summary, Effect.WRITE, request, result, call);
  }

  /** An operation that removes one thing. */
  <Q extends Record> OperationSpec<Q, ChangeReceipt> delete(
      String id,
      String command,
      String summary,
      Class<Q> request,
      BiFunction<App, Q, ChangeReceipt> call,
      BiFunction<App, Q, List<Subject>> subjects) {
    return of(
            id, command, summary, Effect.DESTROY, request, ResultType.of(ChangeReceipt.class), call)
        .changing((context, asked) -> subjects.apply(context.app(), asked));
  }

  /** An operation that removes something and answers more than a receipt. */
  <Q extends Record, R> OperationSpec<Q, R> destroy(
      String id,
      String command,
      String summary,
      Class<Q> request,
      ResultType<R> result,
      BiFunction<App, Q, R> call,
      BiFunction<App, Q, List<Subject>> subjects) {
    return of(id, command, summary, Effect.DESTROY, request, result, call)
        .changing((context, asked) -> subjects.apply(context.app(), asked));
  }

  /** An operation that removes several things in one call. */
  <Q extends Record> OperationSpec<Q, List<ChangeReceipt>> deleteAll(
      String id,
      String command,
      String summary,
      Class<Q> request,
      BiFunction<App, Q, List<ChangeReceipt>> call,
      BiFunction<App, Q, List<Subject>> subjects) {
    return of(
            id,
            command,
            summary,
            Effect.DESTROY,
            request,
            ResultType.listOf(ChangeReceipt.class),
            call)
        .changing((context, asked) -> subjects.apply(context.app(), asked));
  }

  private <Q extends Record, R> OperationSpec<Q, R> of(
      String id,
      String command,
      String summary,
      Effect effect,
      Class<Q> request,
      ResultType<R> result,
      BiFunction<App, Q, R> call) {
    return new OperationSpec<>(
        id,
        command,
        summary,
        family,
        effect,
        request,
        result,
        (context, asked) -> call.apply(context.app(), asked));
  }
}
