/**
 * How messages come and go: standard input and output, and HTTP. Start at {@link
 * dev.mixpaneldata.mcp.transport.StdioTransport}.
 */
@NullMarked
package dev.mixpaneldata.mcp.transport;

import org.jspecify.annotations.NullMarked;
