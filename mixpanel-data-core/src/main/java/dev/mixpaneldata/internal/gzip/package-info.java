/** Strict reading of gzip. */
@NullMarked
package dev.mixpaneldata.internal.gzip;

import org.jspecify.annotations.NullMarked;
