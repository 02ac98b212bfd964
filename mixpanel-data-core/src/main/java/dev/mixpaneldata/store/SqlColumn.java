package dev.mixpaneldata.store;

/** A column of an SQL result: its name and its DuckDB type, as {@code BIGINT} or {@code JSON}. */
public record SqlColumn(String name, String type) {}
