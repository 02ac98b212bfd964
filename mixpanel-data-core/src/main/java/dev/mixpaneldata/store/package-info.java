/**
 * The port to local tables; mixpanel-data-storage implements it. Start at {@link
 * dev.mixpaneldata.store.spi.Store}.
 */
@NullMarked
package dev.mixpaneldata.store;

import org.jspecify.annotations.NullMarked;
