/**
 * Connections by name: made, listed, used and ended. Start at {@link
 * dev.mixpaneldata.bridge.connection.Connections}.
 */
@NullMarked
package dev.mixpaneldata.bridge.connection;

import org.jspecify.annotations.NullMarked;
