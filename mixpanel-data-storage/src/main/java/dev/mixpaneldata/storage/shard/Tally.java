package dev.mixpaneldata.storage.shard;

import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is computed of the rows of a query one by one. A copy of an empty one reads the rows of each
 * shard, and all of them are added up. For one thread.
 *
 * @param <T> the class itself
 */
public interface Tally<T extends Tally<T>> extends Serializable {
  /** Reads a row. */
  void read(ResultSet row) throws SQLException;

  /** Adds what another one has read. */
  void add(T other);
}
