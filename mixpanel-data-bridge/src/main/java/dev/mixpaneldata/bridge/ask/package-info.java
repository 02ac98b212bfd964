/**
 * Questions in plain words, answered by the tools of a connection. Start at {@link
 * dev.mixpaneldata.bridge.ask.Asking}.
 */
@NullMarked
package dev.mixpaneldata.bridge.ask;

import org.jspecify.annotations.NullMarked;
