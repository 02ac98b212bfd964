package dev.mixpaneldata.store.spi;

/**
 * A property that has a typed column of its own in a table.
 *
 * @param property the property's name in {@code properties}
 * @param column the column's name
 * @param type VARCHAR, BIGINT, DOUBLE or BOOLEAN
 * @param misfits the number of rows whose value does not fit the type and is NULL in the column
 * @param nulls the number of rows that have the property with the JSON value null
 */
public record PromotedColumn(
    String property, String column, String type, long misfits, long nulls) {}
