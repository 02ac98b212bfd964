package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.Family;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.mcp.tool.Hints;
import dev.mixpaneldata.mcp.tool.TableTouch;
import dev.mixpaneldata.mcp.tool.Toolset;

/** Where a derived tool belongs and what it may change: its family, effect and traits tell. */
record Placement(Toolset toolset, Hints hints, TableTouch touch) {
  static Placement of(OperationSpec<?, ?> operation) {
    Toolset toolset = toolset(operation.family());
    if (operation.family() == Family.TABLES) {
      return operation.effect() == Effect.READ
          ? new Placement(toolset, Hints.READS_LOCAL, TableTouch.READ)
          : new Placement(toolset, Hints.DROPS, TableTouch.DROP);
    }
    return operation.is(Trait.LOCAL_ONLY)
        ? new Placement(toolset, Hints.READS_LOCAL, TableTouch.READ)
        : new Placement(toolset, hints(operation.effect()), TableTouch.NONE);
  }

  private static Toolset toolset(Family family) {
    return switch (family) {
      case REPORTS -> Toolset.REPORTS;
      case DISCOVERY -> Toolset.DISCOVERY;
      case MANAGEMENT -> Toolset.MANAGE;
      case TABLES -> Toolset.TABLES;
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
