/** The page that hosts show beside answers with charts (MCP Apps). */
@NullMarked
package dev.mixpaneldata.mcp.app;

import org.jspecify.annotations.NullMarked;
