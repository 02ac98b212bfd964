package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;

/** Changes of several cohorts at once. */
public record UpdateCohorts(
    @Param(help = "A JSON list of objects, each with the id of a cohort and its new fields")
        Json entries) {}
