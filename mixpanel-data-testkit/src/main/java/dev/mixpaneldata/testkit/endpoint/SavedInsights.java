package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.report.SegmentationRequest;

/** An Insights report of one event, as it was saved. */
public record SavedInsights(long id, String name, SegmentationRequest request) {}
