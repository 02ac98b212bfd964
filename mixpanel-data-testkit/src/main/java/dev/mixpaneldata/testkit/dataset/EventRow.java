package dev.mixpaneldata.testkit.dataset;

import java.util.Optional;

/**
 * One event that a correct copy of the data holds.
 *
 * @param event its name
 * @param timeMillis since 1970, UTC
 * @param distinctId the user's id; empty text if the line has none
 * @param insertId the insert id; empty if the line has none
 * @param processedMillis the time at which Mixpanel processed it, in milliseconds; 0 if the line
 *     does not say
 * @param line the whole line as exported with {@code time_in_ms=true}
 */
public record EventRow(
    String event,
    long timeMillis,
    String distinctId,
    Optional<String> insertId,
    long processedMillis,
    String line) {}
