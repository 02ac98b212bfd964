package dev.mixpaneldata.lake;

/**
 * A Parquet file of a lake.
 *
 * @param path its path below the lake's folder, with slashes
 * @param rows the number of events in it
 * @param bytes its size
 */
public record LakeFile(String path, long rows, long bytes) {}
