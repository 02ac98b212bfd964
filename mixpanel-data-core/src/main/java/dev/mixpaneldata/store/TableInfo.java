package dev.mixpaneldata.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A local table and what is known of it.
 *
 * @param name the table's name
 * @param type events or profiles
 * @param rowCount rows in it now
 * @param bytes its share of the database file, compressed; an estimate from its blocks
 * @param createdAt when it was first filled
 * @param fetchedAt when rows were last fetched into it
 * @param origin where its rows come from
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
