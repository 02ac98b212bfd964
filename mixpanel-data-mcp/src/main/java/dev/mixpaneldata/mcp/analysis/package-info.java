/**
 * Tools that make several queries in one call and compute a conclusion. Start at {@link
 * dev.mixpaneldata.mcp.analysis.AnalysisTools}.
 */
@NullMarked
package dev.mixpaneldata.mcp.analysis;

import org.jspecify.annotations.NullMarked;
