/**
 * Resources, which a client reads by their addresses. Start at {@link
 * dev.mixpaneldata.mcp.resource.Resources}.
 */
@NullMarked
package dev.mixpaneldata.mcp.resource;

import org.jspecify.annotations.NullMarked;
