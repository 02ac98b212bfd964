package dev.mixpaneldata.store;

import java.nio.file.Path;

/** An exported table: its files, their rows, and the bytes in all of them. */
public record ExportedFile(String table, Path path, long rows, long bytes) {}
