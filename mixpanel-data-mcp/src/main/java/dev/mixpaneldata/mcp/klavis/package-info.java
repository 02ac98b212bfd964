/**
 * The tools of the Klavis server under their own names, for assistants that know those. Start at
 * {@link dev.mixpaneldata.mcp.klavis.KlavisTools}.
 */
@NullMarked
package dev.mixpaneldata.mcp.klavis;

import org.jspecify.annotations.NullMarked;
