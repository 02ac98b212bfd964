package dev.mixpaneldata.store.spi;

/**
 * The events of a slice.
 *
 * @param rows the number of events
 * @param fingerprint identifies the events, in any order, and the columns that are written of them
 * @param written whether a file was written; it is not for an empty slice and a known one
 */
public record SliceContent(long rows, String fingerprint, boolean written) {}
