/** Addresses that may be called, and small calls of them. */
@NullMarked
package dev.mixpaneldata.bridge.net;

import org.jspecify.annotations.NullMarked;
