package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.mcp.tool.TableTouch;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.Operations;
import dev.mixpaneldata.store.StoreOperations;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A tool for every operation: names, arguments, hints and answers follow from its declaration. */
public final class DerivedTools {
  private DerivedTools() {}

  /**
   * All of them, in the order of the catalogue.
   *
   * @param localReports whether reports may be answered from local tables
   */
  public static List<Tool> all(boolean localReports) {
    return Operations.all().stream()
        .<Tool>map(operation -> tool(operation, ReportKind.of(operation, localReports)))
        .toList();
  }

  private static Set<String> published(OperationSpec<?, ?> operation, ArgumentNames names) {
    return operation.parameters().stream()
        .map(parameter -> names.published(parameter.name()))
        .collect(Collectors.toSet());
  }

  /** The tool of one operation. */
  static <Q extends Record, R> Tool tool(OperationSpec<Q, R> operation, ReportKind kind) {
    Placement placement = Placement.of(operation);
    ArgumentNames names = ArgumentNames.of(operation.id());
    return Tool.named(operation.id())
        .description(operation.summary() + "." + Advice.of(operation))
        .input(InputSchema.of(operation, names, kind))
        .output(OutputSchema.of(operation.result(), published(operation, names), kind))
        .hints(placement.hints())
        .in(placement.toolset(), Tier.SINGLE)
        .touches(placement.touch())
        .runs(handler(operation, names, kind));
  }

  private static ToolHandler handler(
      OperationSpec<?, ?> operation, ArgumentNames names, ReportKind kind) {
    if (Placement.of(operation).touch() == TableTouch.DROP) {
      return new ConfirmedDrop(new OperationHandler<>(operation, names, kind));
    }
    boolean scalar = operation.equals(StoreOperations.SQL_SCALAR);
    return scalar || operation.equals(StoreOperations.SQL)
        ? new BoundedSql(scalar)
        : new OperationHandler<>(operation, names, kind);
  }
}
