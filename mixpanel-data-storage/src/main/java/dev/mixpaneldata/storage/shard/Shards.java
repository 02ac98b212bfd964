package dev.mixpaneldata.storage.shard;

import java.util.function.Consumer;

/** Whoever brings the events of a lake to where questions to them are answered. */
public interface Shards {
  /**
   * Has each shard answer a query.
   *
   * @param answers takes the rows of each shard, a Parquet file each, in any order
   */
  void answer(ShardJob job, Consumer<byte[]> answers);

  /** Has each shard tally the rows of a query, and returns what all of them make. */
  <T extends Tally<T>> T tally(ShardJob job, T empty);
}
