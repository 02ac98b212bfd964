package dev.mixpaneldata.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The database file and its tables.
 *
 * @param path its path
 * @param bytes its size, 0 if there is none yet
 * @param createdAt the time of its creation
 * @param tables the tables in it
 */
public record StoreInfo(
    Path path, long bytes, Optional<Instant> createdAt, List<TableInfo> tables) {}
