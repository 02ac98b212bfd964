/** Texts cut to a length. */
@NullMarked
package dev.mixpaneldata.internal.text;

import org.jspecify.annotations.NullMarked;
