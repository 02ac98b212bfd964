/**
 * What Mixpanel answers: one small class a family of the API, all listed in {@link
 * dev.mixpaneldata.testkit.endpoint.Endpoints}.
 */
@NullMarked
package dev.mixpaneldata.testkit.endpoint;

import org.jspecify.annotations.NullMarked;
