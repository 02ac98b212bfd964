package dev.mixpaneldata.export;

import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as the raw export sends it. The export is not deduplicated: events with the same name,
 * time, distinct_id and {@code $insert_id} are one event; the row ingested last counts.
 *
 * @param name the event's name
 * @param time the time when it happened, to the millisecond
 * @param distinctId the user of the event; empty for events without a user
 * @param insertId the key for deduplication; absent on old events
 * @param properties all properties, those above included, exactly as they were sent
 */
public record Event(
    String name,
    Optional<Instant> time,
    Optional<String> distinctId,
    Optional<String> insertId,
    Json properties) {}
