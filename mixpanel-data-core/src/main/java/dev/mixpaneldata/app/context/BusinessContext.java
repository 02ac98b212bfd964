package dev.mixpaneldata.app.context;

/**
 * What people wrote about their business, in Markdown. A text is empty if nobody wrote one.
 *
 * @param organization what holds for the whole organization
 * @param project what holds for this project
 */
public record BusinessContext(String organization, String project) {}
