package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** A request for one saved cohort. */
public record CohortRequest(
    @Param(help = "Id of the cohort", listedBy = Reference.LIST_COHORTS) long cohortId) {}
