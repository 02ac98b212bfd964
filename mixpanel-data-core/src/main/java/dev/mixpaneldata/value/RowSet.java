package dev.mixpaneldata.value;

/** A table that is nothing but its rows: in JSON a list of objects. */
public interface RowSet extends Tabular {}
