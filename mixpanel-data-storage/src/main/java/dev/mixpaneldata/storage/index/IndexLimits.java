package dev.mixpaneldata.storage.index;

/**
 * What indexes are made for.
 *
 * @param fewestRows the fewest rows: fewer are read as quickly without
 * @param mostRows the most rows: sorting takes disk and minutes
 * @param mostColumns the most columns; those that were asked for longest ago go
 * @param manyValues the number of values from which on a column is said to have many
 */
public record IndexLimits(long fewestRows, long mostRows, int mostColumns, int manyValues) {
  /** The limits unless others are given. */
  public static final IndexLimits DEFAULT = new IndexLimits(2_000_000, 200_000_000, 32, 10_000);
}
