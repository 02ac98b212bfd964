package dev.mixpaneldata.app.lookups;

/**
 * The rows of a lookup table.
 *
 * @param csv the header line and the rows, as Mixpanel writes them
 */
public record LookupTableCsv(String csv) {}
