/**
 * The servers that are known by name, as data. Start at {@link
 * dev.mixpaneldata.bridge.vendor.Vendors}.
 */
@NullMarked
package dev.mixpaneldata.bridge.vendor;

import org.jspecify.annotations.NullMarked;
