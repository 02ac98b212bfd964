/**
 * Resources: what a client can read by its address. Start at {@link
 * dev.mixpaneldata.mcp.resource.Resources}.
 */
@NullMarked
package dev.mixpaneldata.mcp.resource;

import org.jspecify.annotations.NullMarked;
