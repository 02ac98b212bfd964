package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.operation.Param;

/** Names a saved cohort. */
public record CohortRequest(
    @Param(help = "Id of the cohort, as inspect cohorts lists it") long cohortId) {}
