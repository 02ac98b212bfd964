/**
 * Operations, each declared once: the command line, the MCP server and the reference derive from
 * the list in {@link dev.mixpaneldata.operation.Operations}. The library's only reflection is here.
 */
@NullMarked
package dev.mixpaneldata.operation;

import org.jspecify.annotations.NullMarked;
