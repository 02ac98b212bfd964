package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.spi.LoadMode;
import java.util.Optional;

/** Refuses a fetch whose load would be refused, before anything is downloaded. */
final class TableRules {
  private TableRules() {}

  /**
   * @param unfinishedJob the interrupted run that would be gone on with: where the table is its
   *     work, only cleaning up is left and nothing is to be refused
   */
  static void check(
      String name, Optional<TableInfo> table, LoadMode mode, Optional<String> unfinishedJob) {
    if (mode != LoadMode.CREATE || table.isEmpty()) {
      return;
    }
    Optional<String> lastJob = table.get().lastJob();
    if (lastJob.isEmpty() || !lastJob.equals(unfinishedJob)) {
      throw exists(name, table.get());
    }
  }

  private static MixpanelDataException exists(String name, TableInfo table) {
    return new MixpanelDataException(
        ErrorCode.TABLE_EXISTS,
        "The table '" + name + "' exists already, with " + table.rowCount() + " rows.",
        "Add to it with --append, put the new rows in its place with --replace, or give another"
            + " name.");
  }
}
