package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.http.RequestPreview;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One operation, with everything that a surface needs to offer it.
 *
 * @param id its name as an MCP tool, {@code table_schema}
 * @param command its place in {@code mp}, {@code inspect schema}
 * @param summary one sentence for users
 * @param family what it is about
 * @param effect what it does to data
 * @param traits its particular traits
 * @param request the record of its parameters
 * @param result the type of its result
 * @param call the typed method behind it
 * @param subjects finds what a call would change; empty if that has no name or no owner
 */
public record OperationSpec<Q extends Record, R>(
    String id,
    String command,
    String summary,
    Family family,
    Effect effect,
    Set<Trait> traits,
    Class<Q> request,
    ResultType<R> result,
    BiFunction<OperationContext, Q, R> call,
    Optional<BiFunction<OperationContext, Q, List<Subject>>> subjects) {
  public OperationSpec {
    traits = Set.copyOf(traits);
  }

  /** Creates an operation without traits. */
  public OperationSpec(
      String id,
      String command,
      String summary,
      Family family,
      Effect effect,
      Class<Q> request,
      ResultType<R> result,
      BiFunction<OperationContext, Q, R> call) {
    this(id, command, summary, family, effect, Set.of(), request, result, call, Optional.empty());
  }

  /** Returns the operation with these traits. */
  public OperationSpec<Q, R> with(Trait... its) {
    return new OperationSpec<>(
        id, command, summary, family, effect, Set.of(its), request, result, call, subjects);
  }

  /** Returns the operation with a way to find what a call would change. */
  public OperationSpec<Q, R> changing(BiFunction<OperationContext, Q, List<Subject>> finder) {
    return new OperationSpec<>(
        id, command, summary, family, effect, traits, request, result, call, Optional.of(finder));
  }

  /** Returns whether the operation changes what Mixpanel keeps. */
  public boolean changesMixpanel() {
    return effect != Effect.READ && family.isManaged();
  }

  /** Returns the request that an operation on the app API would make; nothing is sent. */
  public RequestPreview preview(OperationContext context, Q asked) {
    return context.app().preview(app -> call.apply(context.with(app), asked));
  }

  /** Returns whether the operation has a trait. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns the parameters in the order of the record. */
  public List<ParameterDescription> parameters() {
    return Binder.parameters(request);
  }

  /** Runs the operation with arguments as a user gave them; see {@link Binder}. */
  public R run(Workspace workspace, Map<String, ?> arguments) {
    return call.apply(OperationContext.of(workspace), Binder.bind(request, arguments));
  }
}
