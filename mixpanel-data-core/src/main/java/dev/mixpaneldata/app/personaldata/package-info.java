/**
 * Requests for the data of people, and for its deletion, by GDPR and CCPA. Start at {@link
 * dev.mixpaneldata.app.personaldata.PersonalData}.
 */
@NullMarked
package dev.mixpaneldata.app.personaldata;

import org.jspecify.annotations.NullMarked;
