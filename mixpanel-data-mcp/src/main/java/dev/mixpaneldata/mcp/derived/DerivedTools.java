package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.mcp.answer.Wording;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.Operations;
import java.util.List;

/** A tool for every operation: names, arguments, hints and answers follow from its declaration. */
public final class DerivedTools {
  private DerivedTools() {}

  /** All of them, in the order of the catalogue. */
  public static List<Tool> all() {
    return Operations.all().stream().<Tool>map(DerivedTools::tool).toList();
  }

  /** The tool of one operation. */
  static <Q extends Record, R> Tool tool(OperationSpec<Q, R> operation) {
    Placement placement = Placement.of(operation);
    ArgumentNames names = ArgumentNames.of(operation.id());
    return Tool.named(operation.id())
        .description(Wording.forTools(operation.summary()) + "." + Advice.of(operation.id()))
        .input(InputSchema.of(operation, names))
        .output(OutputSchema.of(operation.result()))
        .hints(placement.hints())
        .in(placement.toolset(), Tier.SINGLE)
        .touches(placement.touch())
        .runs(new OperationHandler<>(operation, names));
  }
}
