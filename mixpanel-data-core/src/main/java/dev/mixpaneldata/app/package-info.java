/**
 * What Mixpanel's web application manages, one package a family. Start at {@link
 * dev.mixpaneldata.app.App}.
 */
@NullMarked
package dev.mixpaneldata.app;

import org.jspecify.annotations.NullMarked;
