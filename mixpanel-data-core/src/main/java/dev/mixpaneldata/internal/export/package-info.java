/** The body of an export as it arrives. */
@NullMarked
package dev.mixpaneldata.internal.export;

import org.jspecify.annotations.NullMarked;
