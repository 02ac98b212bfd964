/** Mixpanel's rate limits, and a count of what ran against them. */
@NullMarked
package dev.mixpaneldata.testkit.limit;

import org.jspecify.annotations.NullMarked;
