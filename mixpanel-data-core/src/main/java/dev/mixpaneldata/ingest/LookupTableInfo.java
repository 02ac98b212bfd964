package dev.mixpaneldata.ingest;

/**
 * A lookup table of the project.
 *
 * @param id by which it is replaced, a UUID
 * @param name its name
 */
public record LookupTableInfo(String id, String name) {}
