package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a table beside it.
 *
 * @param name the table's name
 * @param type events or profiles
 * @param createdAt when it was first filled
 * @param fetchedAt when rows were last fetched into it
 * @param origin where its rows come from
 * @param lastJob the fetch that was loaded last
 */
public record CatalogTable(
    String name,
    TableType type,
    Instant createdAt,
    Instant fetchedAt,
    TableOrigin origin,
    Optional<String> lastJob) {}
