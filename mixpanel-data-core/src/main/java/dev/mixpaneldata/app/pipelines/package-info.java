/**
 * Pipelines that export a project's data to storage or a warehouse. Start at {@link
 * dev.mixpaneldata.app.pipelines.Pipelines}.
 */
@NullMarked
package dev.mixpaneldata.app.pipelines;

import org.jspecify.annotations.NullMarked;
