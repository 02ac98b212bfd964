/**
 * Imports from a data warehouse. Start at {@link dev.mixpaneldata.app.warehouse.WarehouseImports}.
 */
@NullMarked
package dev.mixpaneldata.app.warehouse;

import org.jspecify.annotations.NullMarked;
