package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.Family;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.Toolset;

/** Where a derived tool belongs and what it may change: its family, effect and traits tell. */
record Placement(Toolset toolset, ToolHints hints, TableEffect touch) {
  static Placement of(OperationSpec<?, ?> operation) {
    Toolset toolset = toolset(operation.family());
    if (operation.family() == Family.TABLES) {
      return operation.effect() == Effect.READ
          ? new Placement(toolset, ToolHints.READS_LOCAL, TableEffect.READ)
          : new Placement(toolset, ToolHints.DROPS, TableEffect.DROP);
    }
    return operation.is(Trait.LOCAL_ONLY)
        ? new Placement(toolset, ToolHints.READS_LOCAL, TableEffect.READ)
        : new Placement(toolset, hints(operation), TableEffect.NONE);
  }

  private static Toolset toolset(Family family) {
    return switch (family) {
      case REPORTS -> Toolset.REPORTS;
      case DISCOVERY -> Toolset.DISCOVERY;
      case ANNOTATIONS -> Toolset.ANNOTATIONS;
      case BOARDS -> Toolset.BOARDS;
      case COHORTS -> Toolset.COHORTS;
      case ALERTS -> Toolset.ALERTS;
      case EXPERIMENTS -> Toolset.EXPERIMENTS;
      case FETCHING -> Toolset.FETCH;
      case TABLES -> Toolset.TABLES;
    };
  }

  private static ToolHints hints(OperationSpec<?, ?> operation) {
    return switch (operation.effect()) {
      case READ -> ToolHints.READS_MIXPANEL;
      case WRITE ->
          operation.is(Trait.REPEATABLE) ? ToolHints.SETS_AT_MIXPANEL : ToolHints.WRITES_MIXPANEL;
      case DESTROY -> ToolHints.DESTROYS_AT_MIXPANEL;
    };
  }
}
