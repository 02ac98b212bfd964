/** The cache of answers that change rarely. */
@NullMarked
package dev.mixpaneldata.internal.cache;

import org.jspecify.annotations.NullMarked;
