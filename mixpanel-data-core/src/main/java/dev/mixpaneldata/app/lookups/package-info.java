/**
 * Lookup tables: CSV files that give the values of a property further properties. Start at {@link
 * dev.mixpaneldata.app.lookups.ManagedLookupTables}.
 */
@NullMarked
package dev.mixpaneldata.app.lookups;

import org.jspecify.annotations.NullMarked;
