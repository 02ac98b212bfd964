/** The MCP server: the operations of core as tools for AI assistants. Not built yet. */
@NullMarked
package dev.mixpaneldata.mcp;

import org.jspecify.annotations.NullMarked;
