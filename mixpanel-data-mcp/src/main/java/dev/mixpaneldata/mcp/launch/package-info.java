/** Programs that the launcher {@code ./mp_mcp} runs once after a build. */
@NullMarked
package dev.mixpaneldata.mcp.launch;

import org.jspecify.annotations.NullMarked;
