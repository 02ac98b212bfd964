/** Reading gzip without trusting it. */
@NullMarked
package dev.mixpaneldata.internal.gzip;

import org.jspecify.annotations.NullMarked;
