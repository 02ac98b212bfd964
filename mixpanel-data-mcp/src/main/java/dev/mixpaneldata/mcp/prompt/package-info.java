/** Prompts, which start conversations. Start at {@link dev.mixpaneldata.mcp.prompt.Prompts}. */
@NullMarked
package dev.mixpaneldata.mcp.prompt;

import org.jspecify.annotations.NullMarked;
