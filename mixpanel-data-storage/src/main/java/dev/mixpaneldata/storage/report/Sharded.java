package dev.mixpaneldata.storage.report;

import java.util.List;

/**
 * A query, and how it is answered where the events lie in shards: each shard runs {@code part}, and
 * {@code merged} makes what {@code whole} would have returned of all their rows, the table {@value
 * #ROWS}.
 *
 * @param whole the query where all events are in one place
 * @param part the query of a shard
 * @param merged the query of what the shards returned; its columns are those of {@code whole}
 * @param byUser whether all events of a user must be in one shard
 * @param any whether the rows of any one shard that has some are enough
 */
record Sharded(Select whole, Select part, Select merged, boolean byUser, boolean any) {
  /** The table of the rows that shards returned. */
  static final String ROWS = "shard_rows";

  /** Returns a query whose numbers are sums, so that those of shards are added by key. */
  static Sharded added(Select whole, boolean byUser, List<String> keys, List<String> numbers) {
    Select merged = Select.from(ROWS).columns(keys);
    numbers.forEach(number -> merged.column("sum(" + number + ")", number));
    return new Sharded(whole, whole, merged.groupBy(keys), byUser, false);
  }

  /** Returns a query of the same rows, whatever shard they lie in. */
  static Sharded anywhere(Select whole) {
    return new Sharded(whole, whole, Select.from(ROWS).column("*", "*"), false, false);
  }

  /** Returns a query that asks whether there is such a row; one is enough. */
  static Sharded any(Select whole) {
    return new Sharded(whole, whole, Select.from(ROWS).column("*", "*"), false, true);
  }

  /** Returns a query with another part and merge, each event being in any shard. */
  static Sharded of(Select whole, Select part, Select merged) {
    return new Sharded(whole, part, merged, false, false);
  }

  /** Returns a query with another part and merge, all events of a user being in one shard. */
  static Sharded byUser(Select whole, Select part, Select merged) {
    return new Sharded(whole, part, merged, true, false);
  }
}
