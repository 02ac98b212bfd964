package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableHints;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import java.util.Optional;

/** The check that refuses a fetch before any download, if its load would be refused. */
final class TableRules {
  private TableRules() {}

  /**
   * Refuses the fetch if its table does not allow the load.
   *
   * @param type the kind of rows that the fetch loads
   * @param unfinishedJob the interrupted run that this fetch would continue; if that run filled the
   *     table, all that is left is to clean up, and nothing is refused
   */
  static void check(
      String name,
      TableType type,
      Optional<TableInfo> table,
      LoadMode mode,
      Optional<String> unfinishedJob) {
    if (mode != LoadMode.CREATE || table.isEmpty()) {
      return;
    }
    Optional<String> lastJob = table.get().lastJob();
    if (lastJob.isEmpty() || !lastJob.equals(unfinishedJob)) {
      throw exists(name, table.get(), type);
    }
  }

  private static MixpanelDataException exists(String name, TableInfo table, TableType type) {
    return MixpanelDataException.of(
        ErrorCode.TABLE_EXISTS,
        "The table '" + name + "' exists already, with " + table.rowCount() + " rows.",
        TableHints.exists(type));
  }
}
