/**
 * Makes tables of verified part files. Rows go through a table function into a staging table, which
 * is freed of duplicates and then shown under its name in one step. Start at {@link
 * dev.mixpaneldata.storage.load.DuckDbLoader}.
 */
@NullMarked
package dev.mixpaneldata.storage.load;

import org.jspecify.annotations.NullMarked;
