/**
 * The only package, besides the transports, that uses the MCP SDK. Start at {@link
 * dev.mixpaneldata.mcp.sdk.SdkServer}.
 */
@NullMarked
package dev.mixpaneldata.mcp.sdk;

import org.jspecify.annotations.NullMarked;
