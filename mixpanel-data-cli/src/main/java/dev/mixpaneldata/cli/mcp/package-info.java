/** The command {@code mp mcp}, which runs the MCP server. */
@NullMarked
package dev.mixpaneldata.cli.mcp;

import org.jspecify.annotations.NullMarked;
