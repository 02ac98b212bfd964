package dev.mixpaneldata.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Exported rows: their files, their number, and the bytes in all of them.
 *
 * @param table the table that they come from; empty if they come from a query
 */
public record ExportedFile(Optional<String> table, Path path, long rows, long bytes) {}
