/** Small values with their own checks. */
@NullMarked
package dev.mixpaneldata.value;

import org.jspecify.annotations.NullMarked;
