/**
 * The server over HTTP: a servlet container, a guard in front of it, and the sessions of its
 * clients. Start at {@link dev.mixpaneldata.mcp.http.HttpFront}.
 */
@NullMarked
package dev.mixpaneldata.mcp.http;

import org.jspecify.annotations.NullMarked;
