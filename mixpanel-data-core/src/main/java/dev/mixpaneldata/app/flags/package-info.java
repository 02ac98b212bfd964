/** Feature flags. Start at {@link dev.mixpaneldata.app.flags.FeatureFlags}. */
@NullMarked
package dev.mixpaneldata.app.flags;

import org.jspecify.annotations.NullMarked;
