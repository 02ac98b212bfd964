package dev.mixpaneldata.store.spi;

/**
 * The numbers of rows that a load read, removed, replaced and stored.
 *
 * @param received rows read from the part files
 * @param duplicatesRemoved rows that gave way to a later one with the same (event, time,
 *     distinct_id, $insert_id), or, for profiles, the same distinct_id
 * @param replaced rows that were in the table before and are no longer
 * @param stored rows in the table now
 */
public record LoadResult(long received, long duplicatesRemoved, long replaced, long stored) {}
