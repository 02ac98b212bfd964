/**
 * The objects that Mixpanel's web application manages, one package per family. Start at {@link
 * dev.mixpaneldata.app.App}.
 */
@NullMarked
package dev.mixpaneldata.app;

import org.jspecify.annotations.NullMarked;
