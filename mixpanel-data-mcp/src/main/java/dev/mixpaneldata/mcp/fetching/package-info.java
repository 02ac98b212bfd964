/** Tools that copy from Mixpanel. Start at {@link dev.mixpaneldata.mcp.fetching.FetchTools}. */
@NullMarked
package dev.mixpaneldata.mcp.fetching;

import org.jspecify.annotations.NullMarked;
