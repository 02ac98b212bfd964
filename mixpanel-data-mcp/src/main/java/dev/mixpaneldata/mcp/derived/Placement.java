package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.AppOperations;
import dev.mixpaneldata.catalogue.DiscoveryOperations;
import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.Family;
import dev.mixpaneldata.catalogue.FetchOperations;
import dev.mixpaneldata.catalogue.LinkOperations;
import dev.mixpaneldata.catalogue.MetricOperations;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.ProfileOperations;
import dev.mixpaneldata.catalogue.SavedReportOperations;
import dev.mixpaneldata.catalogue.SchemaOperations;
import dev.mixpaneldata.catalogue.StoreOperations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.report.Report;
import java.util.Map;

/** Where a derived tool belongs and what it may change: its family, effect and traits tell. */
record Placement(Toolset toolset, ToolHints hints, TableEffect touch) {
  /** The toolsets of operations that stand beside those of their family. */
  private static final Map<String, Toolset> ASIDE =
      Map.ofEntries(
          Map.entry(Report.DAILY_COUNTS.id(), Toolset.COUNTS),
          Map.entry(Report.PROPERTY_COUNTS.id(), Toolset.COUNTS),
          Map.entry(Report.SEGMENTATION_NUMERIC.id(), Toolset.COUNTS),
          Map.entry(Report.SEGMENTATION_SUM.id(), Toolset.COUNTS),
          Map.entry(Report.SEGMENTATION_AVERAGE.id(), Toolset.COUNTS),
          Map.entry(Report.NUMERIC_SUMMARY.id(), Toolset.COUNTS),
          Map.entry(ProfileOperations.PROFILE_STATISTICS.id(), Toolset.COUNTS),
          Map.entry(SavedReportOperations.QUERY_FLOWS.id(), Toolset.SAVED),
          Map.entry(SavedReportOperations.QUERY_DEFINITION.id(), Toolset.SAVED),
          Map.entry(SavedReportOperations.JQL.id(), Toolset.SAVED),
          Map.entry(LinkOperations.LINK_REPORT.id(), Toolset.SAVED),
          Map.entry(LinkOperations.RESOLVE_LINK.id(), Toolset.SAVED),
          Map.entry(LinkOperations.QUERY_LINK.id(), Toolset.SAVED),
          Map.entry(MetricOperations.LIST_METRICS.id(), Toolset.SAVED),
          Map.entry(MetricOperations.GET_METRIC.id(), Toolset.SAVED),
          Map.entry(MetricOperations.QUERY_METRIC.id(), Toolset.SAVED),
          Map.entry(MetricOperations.LIST_BEHAVIORS.id(), Toolset.SAVED),
          Map.entry(MetricOperations.GET_BEHAVIOR.id(), Toolset.SAVED),
          Map.entry(MetricOperations.QUERY_BEHAVIOR.id(), Toolset.SAVED),
          Map.entry(SchemaOperations.SCHEMA_GRAPH.id(), Toolset.INSPECT),
          Map.entry(SchemaOperations.LIST_SUBPROPERTIES.id(), Toolset.INSPECT),
          Map.entry(SchemaOperations.BUSINESS_CONTEXT.id(), Toolset.INSPECT),
          Map.entry(AppOperations.LEXICON_SCHEMA.id(), Toolset.INSPECT),
          Map.entry(DiscoveryOperations.CLEAR_DISCOVERY_CACHE.id(), Toolset.INSPECT),
          Map.entry(FetchOperations.FETCH_PLAN.id(), Toolset.GUIDED),
          Map.entry(StoreOperations.SAMPLE.id(), Toolset.INSPECT),
          Map.entry(StoreOperations.SUMMARIZE.id(), Toolset.INSPECT),
          Map.entry(StoreOperations.PROPERTY_KEYS.id(), Toolset.INSPECT),
          Map.entry(StoreOperations.COLUMN_STATS.id(), Toolset.INSPECT),
          Map.entry(StoreOperations.SQL_SCALAR.id(), Toolset.INSPECT),
          Map.entry(StoreOperations.PROMOTE_PROPERTIES.id(), Toolset.INSPECT),
          Map.entry(StoreOperations.DEMOTE_PROPERTIES.id(), Toolset.INSPECT),
          Map.entry(StoreOperations.DROP_ALL_TABLES.id(), Toolset.INSPECT));

  static Placement of(OperationSpec<?, ?> operation) {
    Toolset toolset = ASIDE.getOrDefault(operation.id(), toolset(operation.family()));
    if (operation.family() == Family.TABLES) {
      return switch (operation.effect()) {
        case READ -> new Placement(toolset, ToolHints.READS_LOCAL, TableEffect.READ);
        case WRITE -> new Placement(toolset, ToolHints.WRITES_LOCAL, TableEffect.FILL);
        case DESTROY -> new Placement(toolset, ToolHints.DROPS, TableEffect.DROP);
      };
    }
    if (operation.family() == Family.FETCHING && operation.effect() == Effect.READ) {
      return new Placement(toolset, ToolHints.READS_MIXPANEL, TableEffect.READ);
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
      case DASHBOARDS -> Toolset.DASHBOARDS;
      case COHORTS -> Toolset.COHORTS;
      case ALERTS -> Toolset.ALERTS;
      case EXPERIMENTS -> Toolset.EXPERIMENTS;
      case LEXICON -> Toolset.LEXICON;
      case DATA_QUALITY -> Toolset.DATA_QUALITY;
      case GOVERNANCE -> Toolset.GOVERNANCE;
      case IDENTITY -> Toolset.IDENTITY;
      case PIPELINES -> Toolset.PIPELINES;
      case ADMINISTRATION -> Toolset.ADMINISTRATION;
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
