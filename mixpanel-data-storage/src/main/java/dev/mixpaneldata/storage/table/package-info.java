/**
 * Inspects, exports and drops tables. Start at {@link dev.mixpaneldata.storage.table.DuckDbTables}.
 */
@NullMarked
package dev.mixpaneldata.storage.table;

import org.jspecify.annotations.NullMarked;
