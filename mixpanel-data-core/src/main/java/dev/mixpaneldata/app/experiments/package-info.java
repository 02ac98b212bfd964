/**
 * Experiments and their life cycle. Start at {@link dev.mixpaneldata.app.experiments.Experiments}.
 */
@NullMarked
package dev.mixpaneldata.app.experiments;

import org.jspecify.annotations.NullMarked;
