/**
 * The interfaces that an implementation of local tables provides; users of the library need none of
 * it.
 */
@NullMarked
package dev.mixpaneldata.store.spi;

import org.jspecify.annotations.NullMarked;
