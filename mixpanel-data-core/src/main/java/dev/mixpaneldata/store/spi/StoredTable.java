package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.store.TableOrigin;
import java.util.List;

/**
 * A local table of events, as needed to copy it.
 *
 * @param origin the source of its rows
 * @param columns its promoted columns, in their order
 */
public record StoredTable(TableOrigin origin, List<PromotedColumn> columns) {}
