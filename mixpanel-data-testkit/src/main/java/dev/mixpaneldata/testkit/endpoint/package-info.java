/**
 * The fake's endpoints: one small class for each family of the API, all listed in {@link
 * dev.mixpaneldata.testkit.endpoint.Endpoints}.
 */
@NullMarked
package dev.mixpaneldata.testkit.endpoint;

import org.jspecify.annotations.NullMarked;
