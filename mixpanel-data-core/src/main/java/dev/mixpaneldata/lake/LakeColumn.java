package dev.mixpaneldata.lake;

/**
 * A property that has a typed column in files of a lake. A file may lack the column; its values are
 * then in {@code properties} alone.
 *
 * @param name the column's name
 * @param property the property's name in {@code properties}
 * @param type VARCHAR, BIGINT, DOUBLE or BOOLEAN, the same in all files
 * @param misfits at most how many values of the property did not fit the type in one write; the
 *     column is NULL in those rows
 * @param nulls at most how many rows of one write have the property with the JSON value null; the
 *     column is NULL in them as in rows without the property
 */
public record LakeColumn(String name, String property, String type, long misfits, long nulls) {
  /** Returns whether the column holds every value that the property has where it is not null. */
  public boolean isExact() {
    return misfits == 0;
  }

  /** Returns this column with the greater counts of both. */
  LakeColumn with(LakeColumn other) {
    return new LakeColumn(
        name, property, type, Math.max(misfits, other.misfits), Math.max(nulls, other.nulls));
  }
}
