/**
 * The model of a tool, without any MCP library. Start at {@link dev.mixpaneldata.mcp.tool.Tool}.
 */
@NullMarked
package dev.mixpaneldata.mcp.tool;

import org.jspecify.annotations.NullMarked;
