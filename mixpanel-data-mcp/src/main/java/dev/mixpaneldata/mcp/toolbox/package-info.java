/** All tools of this server in one place. */
@NullMarked
package dev.mixpaneldata.mcp.toolbox;

import org.jspecify.annotations.NullMarked;
