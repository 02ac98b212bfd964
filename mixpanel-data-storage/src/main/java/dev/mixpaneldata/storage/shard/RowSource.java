package dev.mixpaneldata.storage.shard;

import org.jspecify.annotations.Nullable;

/** Rows that are read once, one by one. Columns are counted from 0. For one thread. */
public interface RowSource {
  /** Goes to the next row; returns whether there is one. */
  boolean next();

  /** Returns whether a value of the row is null. */
  boolean isNull(int column);

  /** Returns a text as UTF-8, or null. */
  byte @Nullable [] text(int column);

  /** Returns a whole number, or the microseconds of a time. */
  long whole(int column);

  /** Returns a number. */
  double number(int column);

  /** Returns a truth value. */
  boolean truth(int column);
}
