/**
 * Local tables in DuckDB. {@link dev.mixpaneldata.storage.DuckDbStoreProvider} is found by {@link
 * java.util.ServiceLoader}; there is no need to name it.
 */
@NullMarked
package dev.mixpaneldata.storage;

import org.jspecify.annotations.NullMarked;
