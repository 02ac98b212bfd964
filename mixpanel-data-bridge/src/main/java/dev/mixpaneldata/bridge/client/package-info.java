/**
 * A client of the Model Context Protocol over HTTP, of revisions 2025-03-26 to 2026-07-28. Start at
 * {@link dev.mixpaneldata.bridge.client.McpClient}.
 */
@NullMarked
package dev.mixpaneldata.bridge.client;

import org.jspecify.annotations.NullMarked;
