/** The one place that configures Jackson. */
@NullMarked
package dev.mixpaneldata.internal.json;

import org.jspecify.annotations.NullMarked;
