/**
 * The steps around every tool: audit, errors, access, time limit, bounds. Start at {@link
 * dev.mixpaneldata.mcp.chain.Chain}.
 */
@NullMarked
package dev.mixpaneldata.mcp.chain;

import org.jspecify.annotations.NullMarked;
