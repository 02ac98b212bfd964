package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.StoreOperations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.mcp.tool.ToolKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tool for nearly every operation: names, arguments, hints and answers follow from its
 * declaration.
 */
public final class DerivedTools {
  /** The operations whose tool is written by hand, each with the reason. */
  public static final Map<String, String> HAND_WRITTEN =
      Map.of(
          "fetch_events", "it reports its progress to the client",
          "fetch_profiles", "it reports its progress to the client",
          "sync_table", "it reports its progress to the client",
          "export_table", "an assistant chooses a file's name, not its place on the disk");

  private static final String LAKES =
      "an assistant must not choose a folder of this computer that is read or written";

  /** The operations that are no tools, each with the reason. */
  public static final Map<String, String> LEFT_OUT =
      Map.of(
          "upload_lookup_table",
              "an assistant must not choose a file of this computer that is sent away",
          "create_service_account", "its answer is a secret, which would stay in a conversation",
          "export_lake", LAKES,
          "lake_info", LAKES,
          "load_events", LAKES);

  private DerivedTools() {}

  /**
   * All of them, in the order of the catalogue.
   *
   * @param localTables whether local tables may answer reports and names
   */
  public static List<Tool> all(boolean localTables) {
    return Operations.all().stream()
        .filter(operation -> !HAND_WRITTEN.containsKey(operation.id()))
        .filter(operation -> !LEFT_OUT.containsKey(operation.id()))
        .<Tool>map(operation -> tool(operation, localTables))
        .toList();
  }

  private static Set<String> published(OperationSpec<?, ?> operation, ArgumentNames names) {
    return operation.parameters().stream()
        .map(parameter -> names.published(parameter.name()))
        .collect(Collectors.toSet());
  }

  /**
   * The tool of one operation.
   *
   * @param localTables whether local tables may answer
   */
  static <Q extends Record, R> Tool tool(OperationSpec<Q, R> operation, boolean localTables) {
    Placement placement = Placement.of(operation);
    ArgumentNames names = ArgumentNames.of(operation.id());
    return Tool.named(operation.id())
        .description(operation.summary() + "." + Advice.of(operation))
        .input(InputSchema.of(operation, names, localTables && operation.is(Trait.REPORT)))
        .output(OutputSchema.of(operation.result(), published(operation, names)))
        .hints(placement.hints())
        .in(placement.toolset(), ToolKind.SINGLE)
        .touches(placement.touch())
        .runs(handler(operation, names, localTables));
  }

  private static <Q extends Record> ToolHandler careful(
      OperationSpec<Q, ?> operation, ArgumentNames names) {
    return new CarefulChange<>(operation, new OperationHandler<>(operation, names, false));
  }

  private static ToolHandler handler(
      OperationSpec<?, ?> operation, ArgumentNames names, boolean localTables) {
    if (Placement.of(operation).touch() == TableEffect.DROP) {
      return new ConfirmedDrop(new OperationHandler<>(operation, names, localTables));
    }
    if (operation.changesMixpanel()) {
      return careful(operation, names);
    }
    boolean scalar = operation.equals(StoreOperations.SQL_SCALAR);
    return scalar || operation.equals(StoreOperations.SQL)
        ? new BoundedSql(scalar)
        : new OperationHandler<>(operation, names, localTables);
  }
}
