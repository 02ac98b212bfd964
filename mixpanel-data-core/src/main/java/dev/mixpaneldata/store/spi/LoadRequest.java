package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;

/**
 * Verified part files to be made a table.
 *
 * @param jobId names the fetch; kept with the table as {@link TableInfo#lastJob()}
 * @param table the table's name
 * @param type events or profiles
 * @param mode what to do with a table that is there
 * @param parts the files, for this load alone; what of them cannot be stored as it came is told to
 *     {@link LoadListener#setAside}
 * @param origin kept beside the table; with {@link LoadMode#APPEND} and {@link
 *     LoadMode#REPLACE_DAYS} its range is united with the one that is there
 */
public record LoadRequest(
    String jobId,
    String table,
    TableType type,
    LoadMode mode,
    PartSupply parts,
    TableOrigin origin) {}
