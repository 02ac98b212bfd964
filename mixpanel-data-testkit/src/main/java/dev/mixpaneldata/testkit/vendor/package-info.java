/**
 * Hosted MCP servers in this process, as Mixpanel and Amplitude run them: sign-in, tools and their
 * quirks. Start at {@link dev.mixpaneldata.testkit.vendor.FakeVendor}.
 */
@NullMarked
package dev.mixpaneldata.testkit.vendor;

import org.jspecify.annotations.NullMarked;
