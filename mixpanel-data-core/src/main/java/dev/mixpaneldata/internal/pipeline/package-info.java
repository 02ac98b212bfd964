/**
 * Events in the files that Mixpanel's pipelines and its raw export write. Start at {@link
 * dev.mixpaneldata.internal.pipeline.EventFiles}.
 */
@NullMarked
package dev.mixpaneldata.internal.pipeline;

import org.jspecify.annotations.NullMarked;
