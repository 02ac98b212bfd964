/**
 * Serving over HTTP: a servlet container, a guard in front, and the sessions of strangers. Start at
 * {@link dev.mixpaneldata.mcp.http.HttpFront}.
 */
@NullMarked
package dev.mixpaneldata.mcp.http;

import org.jspecify.annotations.NullMarked;
