package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.store.Indexing;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.StoreOptions;

/** The store at a terminal, the same for every workspace: limits of SQL, and indexes. */
public final class LimitedSql {
  /** The memory of an SQL query, in MB: much of a small machine, little of a large one. */
  private static final int MEMORY = 4_000;

  private static final int SPILL = 40_000;

  /** The longest line that is stored has 64 MB. */
  private static final int ROW = 100;

  private LimitedSql() {}

  /**
   * Returns the options of a store whose SQL has these limits, or the memory of the settings. A
   * command that runs for long has indexes made beside it; others end before that begins.
   */
  public static StoreOptions options(Settings settings) {
    return StoreOptions.defaults()
        .withSqlLimits(new SqlLimits(settings.sqlMemory().orElse(MEMORY), SPILL, ROW))
        .withIndexing(settings.indexes() ? Indexing.BESIDE_READS : Indexing.NONE);
  }
}
