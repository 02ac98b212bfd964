/**
 * The database file: opening it for one operation, its catalogue of tables, names, and errors.
 * Start at {@link dev.mixpaneldata.storage.file.DatabaseFile}.
 */
@NullMarked
package dev.mixpaneldata.storage.file;

import org.jspecify.annotations.NullMarked;
