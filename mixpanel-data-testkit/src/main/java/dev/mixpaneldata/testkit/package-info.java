/**
 * An in-process Mixpanel over real sockets, for tests, demos and benchmarks. Start at {@link
 * dev.mixpaneldata.testkit.FakeMixpanel}.
 */
@NullMarked
package dev.mixpaneldata.testkit;

import org.jspecify.annotations.NullMarked;
