package dev.mixpaneldata.store;

import java.nio.file.Path;

/** What was written: where, how many rows, how many bytes in all files. */
public record ExportedFile(String table, Path path, long rows, long bytes) {}
