package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableHints;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import java.util.Optional;

/** Refuses a fetch whose load would be refused, before anything is downloaded. */
final class TableRules {
  private TableRules() {}

  /**
   * @param type what the fetch loads
   * @param unfinishedJob the interrupted run that this fetch would continue: where the table is its
   *     work, only cleaning up is left and nothing is refused
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
