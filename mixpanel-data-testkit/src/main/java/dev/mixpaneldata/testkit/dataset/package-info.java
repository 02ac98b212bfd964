/**
 * Events and profiles that the fake serves, made up or given. Start at {@link
 * dev.mixpaneldata.testkit.dataset.Dataset}.
 */
@NullMarked
package dev.mixpaneldata.testkit.dataset;

import org.jspecify.annotations.NullMarked;
