package dev.mixpaneldata.storage.shard;

import java.util.List;

/** The columns that the events of every lake have. */
public final class LakeColumns {
  public static final String NAME = "event_name";
  public static final String TIME = "event_time";
  public static final String USER = "distinct_id";
  public static final String PROPERTIES = "properties";

  /** The columns that every question reads. */
  public static final List<ShardColumn> KEYS =
      List.of(
          new ShardColumn(NAME, ColumnType.VARCHAR, NAME),
          new ShardColumn(TIME, ColumnType.TIMESTAMP, TIME),
          new ShardColumn(USER, ColumnType.VARCHAR, USER));

  private LakeColumns() {}
}
