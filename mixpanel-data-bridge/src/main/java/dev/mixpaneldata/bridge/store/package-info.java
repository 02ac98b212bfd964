/** Grants on disk, encrypted. Start at {@link dev.mixpaneldata.bridge.store.GrantFile}. */
@NullMarked
package dev.mixpaneldata.bridge.store;

import org.jspecify.annotations.NullMarked;
