/**
 * Who calls: one identity, its workspace and what was left for it. Start at {@link
 * dev.mixpaneldata.mcp.session.Session}.
 */
@NullMarked
package dev.mixpaneldata.mcp.session;

import org.jspecify.annotations.NullMarked;
