package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.mcp.tool.Hints;
import dev.mixpaneldata.mcp.tool.TableTouch;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Effect;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.report.ReportOperations;
import dev.mixpaneldata.store.StoreOperations;
import java.util.Locale;

/** Where a derived tool belongs and what it may change: its family and its effect tell. */
record Placement(Toolset toolset, Hints hints, TableTouch touch) {
  static Placement of(OperationSpec<?, ?> operation) {
    if (StoreOperations.all().contains(operation)) {
      return operation.effect() == Effect.READ
          ? new Placement(Toolset.TABLES, Hints.READS_LOCAL, TableTouch.READ)
          : new Placement(Toolset.TABLES, Hints.DROPS, TableTouch.DROP);
    }
    return new Placement(toolset(operation), hints(operation.effect()), TableTouch.NONE);
  }

  private static Toolset toolset(OperationSpec<?, ?> operation) {
    if (ReportOperations.all().contains(operation)) {
      return Toolset.REPORTS;
    }
    return switch (operation.command().split(" ")[0].toLowerCase(Locale.ROOT)) {
      case "query" -> Toolset.REPORTS;
      case "inspect" -> Toolset.DISCOVERY;
      default -> Toolset.MANAGE;
    };
  }

  private static Hints hints(Effect effect) {
    return switch (effect) {
      case READ -> Hints.READS_MIXPANEL;
      case WRITE -> Hints.WRITES_MIXPANEL;
      case DESTROY -> Hints.DESTROYS_AT_MIXPANEL;
    };
  }
}
