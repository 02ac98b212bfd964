package dev.mixpaneldata.storage.file;

/**
 * A promoted column: a property that has a typed column of its own.
 *
 * @param property the property's name in {@code properties}
 * @param column the column's name
 * @param type its DuckDB type
 * @param misfits rows whose value does not fit the type; the column is NULL in them
 * @param nulls rows that have the property with the JSON value null; the column is NULL in them as
 *     in rows without the property
 */
public record CatalogColumn(String property, String column, String type, long misfits, long nulls) {
  /** Returns a column before anything is loaded into it. */
  public static CatalogColumn empty(String property, String column, String type) {
    return new CatalogColumn(property, column, type, 0, 0);
  }

  /**
   * Returns whether the column holds everything that the property holds, except the difference
   * between absent and null.
   */
  public boolean isExact() {
    return misfits == 0;
  }
}
