/**
 * The MCP server: Mixpanel for AI assistants. Start at {@link dev.mixpaneldata.mcp.McpServerMain};
 * all that it offers is in {@link dev.mixpaneldata.mcp.toolbox.Toolbox}.
 */
@NullMarked
package dev.mixpaneldata.mcp;

import org.jspecify.annotations.NullMarked;
