package dev.mixpaneldata.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A local table with its size, times and origin.
 *
 * @param name the table's name
 * @param type events or profiles
 * @param rowCount rows in it now
 * @param bytes its share of the database file, compressed; an estimate from its blocks
 * @param createdAt the time when it was first filled
 * @param fetchedAt the time when rows were last fetched into it
 * @param origin the source of its rows
 * @param lastJob the fetch that was loaded last, so that a repeated one is recognised
 */
public record TableInfo(
    String name,
    TableType type,
    long rowCount,
    long bytes,
    Instant createdAt,
    Instant fetchedAt,
    TableOrigin origin,
    Optional<String> lastJob) {}
