/** Charts as PNG files. Start at {@link dev.mixpaneldata.mcp.picture.ChartImage}. */
@NullMarked
package dev.mixpaneldata.mcp.picture;

import org.jspecify.annotations.NullMarked;
