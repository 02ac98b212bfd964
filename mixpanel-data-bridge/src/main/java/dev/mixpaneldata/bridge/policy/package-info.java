/**
 * Which calls of a remote server may be made: those that read. Start at {@link
 * dev.mixpaneldata.bridge.policy.Policy}.
 */
@NullMarked
package dev.mixpaneldata.bridge.policy;

import org.jspecify.annotations.NullMarked;
