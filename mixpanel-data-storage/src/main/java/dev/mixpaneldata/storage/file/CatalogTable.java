package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import java.time.Instant;
import java.util.Optional;

/**
 * The entry of a table in the catalogue.
 *
 * @param name the table's name
 * @param type events or profiles
 * @param createdAt the time when it was first filled
 * @param fetchedAt the time when rows were last fetched into it
 * @param origin the source of its rows
 * @param lastJob the fetch that was loaded last
 */
public record CatalogTable(
    String name,
    TableType type,
    Instant createdAt,
    Instant fetchedAt,
    TableOrigin origin,
    Optional<String> lastJob) {}
