package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.StoreOptions;

/** The limits of SQL at a terminal, the same for every workspace. */
public final class LimitedSql {
  /** The memory of an SQL query, in MB: much of a small machine, little of a large one. */
  private static final int MEMORY = 4_000;

  private static final int SPILL = 40_000;

  /** The longest line that is stored has 64 MB. */
  private static final int ROW = 100;

  private LimitedSql() {}

  /** Returns the options of a store whose SQL has these limits, or the memory of the settings. */
  public static StoreOptions options(Settings settings) {
    return StoreOptions.defaults()
        .withSqlLimits(new SqlLimits(settings.sqlMemory().orElse(MEMORY), SPILL, ROW));
  }
}
