/**
 * The transport of messages over standard input and output. Start at {@link
 * dev.mixpaneldata.mcp.transport.StdioTransport}.
 */
@NullMarked
package dev.mixpaneldata.mcp.transport;

import org.jspecify.annotations.NullMarked;
