package dev.mixpaneldata.storage.shard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shard does.
 *
 * @param source the columns of the lake that are read
 * @param columns the columns of a shard, computed from these
 * @param condition SQL over columns of the lake that rows of shards pass
 * @param byUser whether all events of a user must be in one shard
 * @param table the name of the shard's table in {@code query}
 * @param query the SQL that each shard answers
 */
public record ShardWork(
    List<ShardColumn> source,
    List<ShardColumn> columns,
    String condition,
    boolean byUser,
    String table,
    String query)
    implements Serializable {
  /** A column of narrowed rows by which they are brought to the shard of their user. */
  public static final String KEY = "shard_key";

  public ShardWork {
    source = List.copyOf(source);
    columns = List.copyOf(columns);
  }

  /**
   * Returns the columns of narrowed rows, which are on their way to the shard of their user. Rows
   * without a user may go to any, so they are spread by their time.
   */
  public List<ShardColumn> travelling() {
    List<ShardColumn> all = new ArrayList<>(columns);
    all.add(
        new ShardColumn(
            KEY,
            ColumnType.BIGINT,
            "(hash(coalesce(nullif(distinct_id, ''), event_time::VARCHAR)) >> 1)::BIGINT"));
    return List.copyOf(all);
  }
}
