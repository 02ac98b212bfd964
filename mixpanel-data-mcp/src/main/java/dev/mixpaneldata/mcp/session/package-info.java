/**
 * Sessions of callers: an identity, its workspace and its kept answers. Start at {@link
 * dev.mixpaneldata.mcp.session.Session}.
 */
@NullMarked
package dev.mixpaneldata.mcp.session;

import org.jspecify.annotations.NullMarked;
