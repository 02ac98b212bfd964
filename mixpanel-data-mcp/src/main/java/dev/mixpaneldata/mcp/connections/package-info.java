/**
 * Connections to other MCP servers and boards, as tools. Start at {@link
 * dev.mixpaneldata.mcp.connections.ConnectionTools}.
 */
@NullMarked
package dev.mixpaneldata.mcp.connections;

import org.jspecify.annotations.NullMarked;
