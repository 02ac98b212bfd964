package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;

/** The cohorts that a template uses. */
public record UpdateBlueprintCohorts(@Param(help = "A JSON list of cohorts") Json cohorts) {}
