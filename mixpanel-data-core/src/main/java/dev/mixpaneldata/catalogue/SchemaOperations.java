package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.context.BusinessContext;
import dev.mixpaneldata.discovery.SchemaGraphRequest;
import dev.mixpaneldata.discovery.SubpropertiesRequest;
import dev.mixpaneldata.discovery.Subproperty;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.store.SchemaGraph;
import java.util.List;

/** The structure of a project's data and what people wrote about it, as operations. */
public final class SchemaOperations {
  public static final OperationSpec<SchemaGraphRequest, SchemaGraph> SCHEMA_GRAPH =
      new OperationSpec<>(
              "schema_graph",
              "inspect schema-graph",
              "Which event has which property, how dense it is, and what the Lexicon says",
              Family.DISCOVERY,
              Effect.READ,
              SchemaGraphRequest.class,
              ResultType.of(SchemaGraph.class),
              (context, request) ->
                  request
                      .table()
                      .map(
                          table ->
                              context
                                  .workspace()
                                  .tables()
                                  .schemaGraph(table)
                                  .only(request.event(), request.property()))
                      .orElseGet(() -> context.discovery().schemaGraph(request)))
          .with(Trait.KEPT);

  public static final OperationSpec<SubpropertiesRequest, List<Subproperty>> LIST_SUBPROPERTIES =
      new OperationSpec<>(
              "list_subproperties",
              "inspect subproperties",
              "Keys inside a property whose values are objects, from a sample",
              Family.DISCOVERY,
              Effect.READ,
              SubpropertiesRequest.class,
              ResultType.listOf(Subproperty.class),
              (context, request) -> context.discovery().subproperties(request))
          .with(Trait.KEPT);

  public static final OperationSpec<NoArguments, BusinessContext> BUSINESS_CONTEXT =
      new OperationSpec<>(
              "business_context",
              "inspect business-context",
              "What people wrote about their business and this project",
              Family.DISCOVERY,
              Effect.READ,
              NoArguments.class,
              ResultType.of(BusinessContext.class),
              (context, request) -> context.app().businessContext().get())
          .with(Trait.KEPT);

  private SchemaOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(SCHEMA_GRAPH, LIST_SUBPROPERTIES, BUSINESS_CONTEXT);
  }
}
