package dev.mixpaneldata.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A database file.
 *
 * @param path where it is
 * @param bytes its size, 0 where there is none yet
 * @param createdAt when it was made
 * @param tables what is in it
 */
public record StoreInfo(
    Path path, long bytes, Optional<Instant> createdAt, List<TableInfo> tables) {}
