/**
 * Saved cohorts as the web application knows them. Start at {@link
 * dev.mixpaneldata.app.cohorts.Cohorts}.
 */
@NullMarked
package dev.mixpaneldata.app.cohorts;

import org.jspecify.annotations.NullMarked;
