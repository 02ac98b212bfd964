package dev.mixpaneldata.store;

import java.time.Duration;
import java.util.Optional;

/**
 * How a store behaves.
 *
 * @param lockWait how long to wait for a file that another process holds
 * @param memoryLimitMegabytes what the engine may use for its own data, in MB
 * @param threads how many threads the engine may use
 * @param spillLimitMegabytes what the engine may write to disk for a while, in MB; otherwise 90 %
 *     of what is free
 * @param sqlLimits what SQL may take in a process of its own; otherwise it runs in this one
 */
public record StoreOptions(
    Duration lockWait,
    int memoryLimitMegabytes,
    int threads,
    Optional<Integer> spillLimitMegabytes,
    Optional<SqlLimits> sqlLimits) {
  /** Options without limits of spilling and of SQL. */
  public StoreOptions(Duration lockWait, int memoryLimitMegabytes, int threads) {
    this(lockWait, memoryLimitMegabytes, threads, Optional.empty(), Optional.empty());
  }

  /** Ten seconds, 480 MB, and as many threads as the machine has. */
  public static StoreOptions defaults() {
    return new StoreOptions(
        Duration.ofSeconds(10), 480, Runtime.getRuntime().availableProcessors());
  }

  /** These options, with SQL in a process of its own. */
  public StoreOptions withSqlLimits(SqlLimits limits) {
    return new StoreOptions(
        lockWait, memoryLimitMegabytes, threads, spillLimitMegabytes, Optional.of(limits));
  }
}
