/**
 * Signing in to an MCP server by OAuth 2.1. Start at {@link dev.mixpaneldata.bridge.oauth.SignIn}.
 */
@NullMarked
package dev.mixpaneldata.bridge.oauth;

import org.jspecify.annotations.NullMarked;
