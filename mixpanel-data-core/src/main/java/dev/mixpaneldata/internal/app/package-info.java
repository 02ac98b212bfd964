/**
 * Calls of the app API that all its families share. Start at {@link
 * dev.mixpaneldata.internal.app.AppClient}.
 */
@NullMarked
package dev.mixpaneldata.internal.app;

import org.jspecify.annotations.NullMarked;
