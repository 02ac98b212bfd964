package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.report.SegmentationRequest;

/** A saved Insights report of one event. */
public record SavedInsights(long id, String name, SegmentationRequest request) {}
