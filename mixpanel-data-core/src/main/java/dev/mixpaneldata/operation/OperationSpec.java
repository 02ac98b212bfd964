package dev.mixpaneldata.operation;

import dev.mixpaneldata.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One operation: all that a surface needs to offer it.
 *
 * @param id its name as an MCP tool, {@code table_schema}
 * @param command its place in {@code mp}, {@code inspect schema}
 * @param summary one sentence for users
 * @param effect what it does to data
 * @param request the record of its parameters
 * @param result what it gives
 * @param call the typed method behind it
 */
public record OperationSpec<Q extends Record, R>(
    String id,
    String command,
    String summary,
    Effect effect,
    Class<Q> request,
    ResultType<R> result,
    BiFunction<Workspace, Q, R> call) {

  /** Its parameters in the order of the record; derived at the first call and kept. */
  public List<ParameterDescription> parameters() {
    return RequestShape.of(request).parameters();
  }

  /** Runs it with arguments as a user gave them, see {@link Binder}. */
  public R run(Workspace workspace, Map<String, ?> arguments) {
    return call.apply(workspace, Binder.bind(request, arguments));
  }
}
