package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.util.List;

/**
 * Verified part files to load into a table.
 *
 * @param jobId names the fetch; kept with the table as {@link TableInfo#lastJob()}
 * @param table the table's name
 * @param type events or profiles
 * @param mode the effect on a table that exists already
 * @param parts the files, for this load alone; lines that cannot be stored as they came go to
 *     {@link LoadListener#setAside}
 * @param windows the days of each part, by its number; empty if they are not known
 * @param origin kept beside the table; with {@link LoadMode#APPEND} and {@link
 *     LoadMode#REPLACE_DAYS} its range is united with the existing one
 * @param promoted properties that get columns of their own whatever else does; those that no row
 *     has get none
 * @param columns the promoted columns of a new table; chosen from its rows if there are none
 */
public record LoadRequest(
    String jobId,
    String table,
    TableType type,
    LoadMode mode,
    PartSource parts,
    List<DateRange> windows,
    TableOrigin origin,
    List<String> promoted,
    List<PromotedColumn> columns) {
  /** Creates a request that chooses the columns of a new table from its rows. */
  public LoadRequest(
      String jobId,
      String table,
      TableType type,
      LoadMode mode,
      PartSource parts,
      TableOrigin origin,
      List<String> promoted) {
    this(jobId, table, type, mode, parts, List.of(), origin, promoted, List.of());
  }
}
