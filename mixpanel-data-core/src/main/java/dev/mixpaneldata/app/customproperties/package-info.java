/**
 * Custom properties: properties that Mixpanel computes from others. Start at {@link
 * dev.mixpaneldata.app.customproperties.CustomProperties}.
 */
@NullMarked
package dev.mixpaneldata.app.customproperties;

import org.jspecify.annotations.NullMarked;
