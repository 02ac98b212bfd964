package dev.mixpaneldata.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Verified part files to be made a table.
 *
 * @param jobId names the fetch; kept with the table as {@link TableInfo#lastJob()}
 * @param table the table's name
 * @param type events or profiles
 * @param mode what to do with a table that is there
 * @param parts gzip files of JSON lines, in the order of their days; each was whole when it was
 *     received. What cannot be stored as it came is told to {@link LoadListener#setAside}
 * @param origin kept beside the table; with {@link LoadMode#APPEND} and {@link
 *     LoadMode#REPLACE_DAYS} its range is united with the one that is there
 */
public record LoadRequest(
    String jobId,
    String table,
    TableType type,
    LoadMode mode,
    List<Path> parts,
    TableOrigin origin) {
  public LoadRequest {
    parts = List.copyOf(parts);
  }
}
