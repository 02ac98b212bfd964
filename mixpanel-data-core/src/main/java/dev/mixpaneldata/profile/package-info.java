/**
 * User and group profiles of Mixpanel's engage query. Start at {@link
 * dev.mixpaneldata.profile.ProfileQuery}.
 */
@NullMarked
package dev.mixpaneldata.profile;

import org.jspecify.annotations.NullMarked;
