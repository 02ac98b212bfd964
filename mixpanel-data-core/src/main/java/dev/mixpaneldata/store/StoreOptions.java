package dev.mixpaneldata.store;

import java.time.Duration;

/**
 * How a store behaves.
 *
 * @param lockWait how long to wait for a file that another process holds
 * @param memoryLimitMegabytes what the engine may use for its own data, in MB
 * @param threads how many threads the engine may use
 */
public record StoreOptions(Duration lockWait, int memoryLimitMegabytes, int threads) {
  /** Ten seconds, 480 MB, and as many threads as the machine has. */
  public static StoreOptions defaults() {
    return new StoreOptions(
        Duration.ofSeconds(10), 480, Runtime.getRuntime().availableProcessors());
  }
}
