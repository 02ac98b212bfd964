package dev.mixpaneldata.storage.shard;

import java.io.Serializable;

/**
 * A column of the rows that a shard is handed.
 *
 * @param name its name
 * @param type its type
 * @param sql what it is computed from, over columns of the lake
 */
public record ShardColumn(String name, ColumnType type, String sql) implements Serializable {}
