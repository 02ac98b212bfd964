package dev.mixpaneldata.store;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a store.
 *
 * @param lockWait the longest wait for a file that another process holds
 * @param memoryLimitMegabytes the most memory for the engine's own data, in MB
 * @param threads the number of threads that the engine may use
 * @param spillLimitMegabytes the most that the engine may write to disk temporarily, in MB; unless
 *     given, 90 % of the free space
 * @param sqlLimits the limits of SQL in a process of its own; unless given, it runs in this one
 * @param indexing when indexes of tables are made
 */
public record StoreOptions(
    Duration lockWait,
    int memoryLimitMegabytes,
    int threads,
    Optional<Integer> spillLimitMegabytes,
    Optional<SqlLimits> sqlLimits,
    Indexing indexing) {
  /** Creates options without limits of spilling and of SQL, and with indexes made by loads. */
  public StoreOptions(Duration lockWait, int memoryLimitMegabytes, int threads) {
    this(
        lockWait,
        memoryLimitMegabytes,
        threads,
        Optional.empty(),
        Optional.empty(),
        Indexing.WITH_LOADS);
  }

  /**
   * Returns the defaults: a lock wait of ten seconds, 480 MB of memory, and as many threads as the
   * machine has.
   */
  public static StoreOptions defaults() {
    return new StoreOptions(
        Duration.ofSeconds(10), 480, Runtime.getRuntime().availableProcessors());
  }

  /** Returns these options, with SQL in a process of its own. */
  public StoreOptions withSqlLimits(SqlLimits limits) {
    return new StoreOptions(
        lockWait,
        memoryLimitMegabytes,
        threads,
        spillLimitMegabytes,
        Optional.of(limits),
        indexing);
  }

  /** Returns these options, with indexes made at these times. */
  public StoreOptions withIndexing(Indexing when) {
    return new StoreOptions(
        lockWait, memoryLimitMegabytes, threads, spillLimitMegabytes, sqlLimits, when);
  }
}
