package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One experiment. */
public record ExperimentRequest(
    @Param(help = "Id of the experiment", listedBy = Reference.LIST_EXPERIMENTS)
        String experimentId) {}
