/**
 * What can go wrong, with stable codes. Start at {@link
 * dev.mixpaneldata.error.MixpanelDataException}.
 */
@NullMarked
package dev.mixpaneldata.error;

import org.jspecify.annotations.NullMarked;
