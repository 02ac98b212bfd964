/** The other side of a call: the client, its model and its user. */
@NullMarked
package dev.mixpaneldata.mcp.client;

import org.jspecify.annotations.NullMarked;
