/**
 * Looking at tables and dropping them. Start at {@link
 * dev.mixpaneldata.storage.table.DuckDbTables}.
 */
@NullMarked
package dev.mixpaneldata.storage.table;

import org.jspecify.annotations.NullMarked;
